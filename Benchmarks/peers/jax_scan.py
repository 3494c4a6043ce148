"""JAX's time for a training step: each round is one compiled call, a `lax.scan` over the steps.

    jax_scan.py WORKLOAD --steps N --rounds N --threads N [--unroll N]

The batch stands ready on the device. The first round compiles. Unrolling the scan trades the loop's
own cost, which only the smallest steps feel, for code. For convolutions a scan is several times
slower than a loop over compiled steps, so W5 and W8 get that.
"""

import functools
import os

from rounds import arguments, report

OPTIONS = arguments(__doc__)
# XLA takes as many threads as it may use cores, so the process is kept to one.
if OPTIONS.threads == 1:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import jax
import jax.numpy as jnp
from jax import lax, nn

KEY = jax.random.key(1)
LOOPS_OVER_STEPS = ("W5", "W8")


def weights(key, *shape):
    fan_in = 1
    for extent in shape[:-1]:
        fan_in *= extent
    return jax.random.uniform(key, shape, minval=-1, maxval=1) * fan_in**-0.5


def layers(*sizes, key=KEY):
    pairs = list(zip(sizes, sizes[1:]))
    keys = jax.random.split(key, len(pairs))
    return [(weights(k, a, b), jnp.zeros(b)) for k, (a, b) in zip(keys, pairs)]


def perceptron(parameters, x, activation):
    for weight, bias in parameters[:-1]:
        x = activation(x @ weight + bias)
    weight, bias = parameters[-1]
    return x @ weight + bias


def cross_entropy(logits, classes):
    rows = nn.log_softmax(logits)
    return -jnp.mean(jnp.take_along_axis(rows, classes[..., None], -1))


def momentum_step(loss, rate):
    def step(state, batch):
        parameters, velocities = state
        value, gradients = jax.value_and_grad(loss)(parameters, *batch)
        velocities = jax.tree.map(lambda v, g: 0.9 * v + g, velocities, gradients)
        return (jax.tree.map(lambda p, v: p - rate * v, parameters, velocities), velocities), value

    return step


def adam_step(loss):
    def step(state, batch):
        parameters, first, second, count = state
        value, gradients = jax.value_and_grad(loss)(parameters, *batch)
        count = count + 1
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradients)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradients)
        size = 0.001 / (1 - 0.9**count)
        scale = 1 / (1 - 0.999**count)
        parameters = jax.tree.map(
            lambda p, m, v: p - size * m / (jnp.sqrt(scale * v) + 1e-8), parameters, first, second
        )
        return (parameters, first, second, count), value

    return step


def with_momentum(parameters):
    return parameters, jax.tree.map(jnp.zeros_like, parameters)


def with_adam(parameters):
    zeros = jax.tree.map(jnp.zeros_like, parameters)
    return parameters, zeros, zeros, jnp.float32(0)


def moons_loss(parameters, x, y):
    logits = perceptron(parameters, x, jnp.tanh)[:, 0]
    return jnp.mean(jnp.logaddexp(0.0, logits) - y * logits)


def moons_batch(batch):
    labels = (jnp.arange(batch) % 2).astype(jnp.float32)
    return jax.random.uniform(KEY, (batch, 2)), labels


def moons(batch):
    state = with_momentum(layers(2, 16, 16, 1))
    return momentum_step(moons_loss, 0.1), state, moons_batch(batch)


def sweep():
    keys = jnp.tile(jax.random.split(KEY, 5), 12)
    state = with_momentum(jax.vmap(lambda key: layers(2, 16, 16, 1, key=key))(keys))
    rates = jnp.repeat(jnp.logspace(-3, 0, 12), 5)
    batch = moons_batch(200)

    def step(state, batch):
        def member(state, rate):
            return momentum_step(moons_loss, rate)(state, batch)

        return jax.vmap(member)(state, rates)

    return step, state, batch


def digits():
    def loss(parameters, x, y):
        return cross_entropy(perceptron(parameters, x, nn.relu), y)

    batch = jax.random.uniform(KEY, (64, 784)), jax.random.randint(KEY, 64, 0, 10)
    return adam_step(loss), with_adam(layers(784, 256, 128, 10)), batch


def convolve(x, weight, stride, padding):
    axes = ("NHWC", "HWIO", "NHWC")
    return lax.conv_general_dilated(x, weight, (stride, stride), padding, dimension_numbers=axes)


def spread(x, weight):
    """A transposed convolution: kernel 3, stride 2, padding 1, output padding 1."""
    axes = ("NHWC", "HWIO", "NHWC")
    return lax.conv_general_dilated(
        x, weight, (1, 1), [(1, 2), (1, 2)], lhs_dilation=(2, 2), dimension_numbers=axes
    )


def pool(x):
    return lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")


def convolutional():
    def loss(parameters, x, y):
        (a, b), (c, d), (e, f) = parameters
        x = pool(nn.relu(convolve(x, a, 1, "VALID") + b))
        x = pool(nn.relu(convolve(x, c, 1, "VALID") + d))
        return cross_entropy(x.reshape(x.shape[0], -1) @ e + f, y)

    a, b, c = jax.random.split(KEY, 3)
    parameters = [
        (weights(a, 3, 3, 1, 8), jnp.zeros(8)),
        (weights(b, 3, 3, 8, 16), jnp.zeros(16)),
        (weights(c, 400, 10), jnp.zeros(10)),
    ]
    batch = jax.random.uniform(KEY, (64, 28, 28, 1)), jax.random.randint(KEY, 64, 0, 10)
    return adam_step(loss), with_adam(parameters), batch


def recurrent(width=64):
    def loss(parameters, x, y):
        inner, outer, bias, head, offset = parameters
        inputs = jnp.swapaxes(x @ inner + bias, 0, 1)

        def step(state, row):
            hidden, cell = state
            i, f, g, o = jnp.split(row + hidden @ outer, 4, -1)
            cell = nn.sigmoid(f) * cell + nn.sigmoid(i) * jnp.tanh(g)
            return (nn.sigmoid(o) * jnp.tanh(cell), cell), None

        zeros = jnp.zeros((x.shape[0], width))
        (hidden, _), _ = lax.scan(step, (zeros, zeros), inputs)
        return jnp.mean((hidden @ head + offset - y) ** 2)

    a, b, c = jax.random.split(KEY, 3)
    parameters = (
        weights(a, 8, 4 * width), weights(b, width, 4 * width), jnp.zeros(4 * width),
        weights(c, width, 1), jnp.zeros(1),
    )
    batch = jax.random.uniform(KEY, (32, 50, 8)), jax.random.uniform(KEY, (32, 1))
    return adam_step(loss), with_adam(parameters), batch


def normalise(x, scale, shift):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * lax.rsqrt(variance + 1e-5) * scale + shift


def attend(x, into, out, heads=4):
    batch, time, width = x.shape
    q, k, v = jnp.split(x @ into[0] + into[1], 3, -1)
    q, k, v = (a.reshape(batch, time, heads, -1).swapaxes(1, 2) for a in (q, k, v))
    scores = q @ k.swapaxes(2, 3) * (width // heads) ** -0.5
    mask = jnp.tril(jnp.ones((time, time), bool))
    mixed = nn.softmax(jnp.where(mask, scores, -jnp.inf)) @ v
    return mixed.swapaxes(1, 2).reshape(batch, time, width) @ out[0] + out[1]


def transformer(vocabulary=65, width=128, context=128, depth=4):
    def loss(parameters, x, y):
        tokens, positions, blocks, norm, head = parameters
        hidden = tokens[x] + positions
        for first, into, out, second, wide, narrow in blocks:
            hidden += attend(normalise(hidden, *first), into, out)
            inner = nn.gelu(normalise(hidden, *second) @ wide[0] + wide[1], approximate=False)
            hidden += inner @ narrow[0] + narrow[1]
        return cross_entropy(normalise(hidden, *norm) @ head[0] + head[1], y)

    def norm():
        return jnp.ones(width), jnp.zeros(width)

    def block(key):
        a, b, c = jax.random.split(key, 3)
        wide, narrow = layers(width, 4 * width, width, key=a)
        (into,), (out,) = layers(width, 3 * width, key=b), layers(width, width, key=c)
        return norm(), into, out, norm(), wide, narrow

    (head,) = layers(width, vocabulary)
    parameters = (
        jax.random.normal(KEY, (vocabulary, width)), jax.random.normal(KEY, (context, width)),
        [block(key) for key in jax.random.split(KEY, depth)], norm(), head,
    )
    batch = (jax.random.randint(KEY, (16, context), 0, vocabulary),) * 2
    return adam_step(loss), with_adam(parameters), batch


def autoencoder():
    def loss(parameters, x, y):
        convolutions, (down, up), spreads = parameters
        for weight, bias in convolutions:
            x = nn.relu(convolve(x, weight, 2, [(1, 1), (1, 1)]) + bias)
        x = (x.reshape(64, -1) @ down[0] + down[1]) @ up[0] + up[1]
        x = nn.relu(spread(x.reshape(64, 7, 7, 32), spreads[0][0]) + spreads[0][1])
        return jnp.mean((spread(x, spreads[1][0]) + spreads[1][1] - y) ** 2)

    keys = jax.random.split(KEY, 4)
    shapes = [(3, 3, 1, 16), (3, 3, 16, 32), (3, 3, 32, 16), (3, 3, 16, 1)]
    kernels = [(weights(k, *s), jnp.zeros(s[-1])) for k, s in zip(keys, shapes)]
    parameters = kernels[:2], layers(1568, 32, 1568), kernels[2:]
    images = jax.random.uniform(KEY, (64, 28, 28, 1))
    return adam_step(loss), with_adam(parameters), (images, images)


WORKLOADS = {
    "W1": lambda: moons(200),
    "W2": lambda: moons(10),
    "W3": sweep,
    "W4": digits,
    "W5": convolutional,
    "W6": recurrent,
    "W7": transformer,
    "W8": autoencoder,
}


def main():
    step, state, batch = WORKLOADS[OPTIONS.workload]()

    @functools.partial(jax.jit, static_argnames="steps")
    def scan(state, batch, steps):
        return lax.scan(
            lambda s, _: step(s, batch), state, length=steps, unroll=OPTIONS.unroll
        )

    once = jax.jit(step)

    def run(steps):
        nonlocal state
        if OPTIONS.workload in LOOPS_OVER_STEPS:
            for _ in range(steps):
                state, value = once(state, batch)
        else:
            state, value = scan(state, batch, steps)
        jax.block_until_ready((state, value))

    report(run, OPTIONS)


if __name__ == "__main__":
    main()
