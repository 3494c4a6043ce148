"""JAX's time for a training step: the two toy runs that nnbench times, as fast as JAX gets.

Both train 2-16-16-1 with tanh on points of two moons: binary cross-entropy on the logit, gradient
descent with momentum 0.9 at rate 0.1. W1 has a batch of 200 points, W2 one of 10; the batch stands
ready, as in nnbench.

The whole run is one compiled call (jit, lax.scan), compiled beforehand. Prints `name threads median
best label` in microseconds per step, as nnbench does.
"""

import argparse
import functools
import statistics
import time

import jax
import jax.numpy as jnp
import numpy as np

SIZES = (2, 16, 16, 1)
SAMPLES = 200
RATE = 0.1
MOMENTUM = 0.9


def moons(generator):
    """Two interleaving half circles with noise: features [200, 2] and labels [200]."""
    angle = np.linspace(0, np.pi, SAMPLES // 2)
    upper = np.stack([np.cos(angle), np.sin(angle)], 1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], 1)
    features = np.concatenate([upper, lower]) + 0.1 * generator.standard_normal((SAMPLES, 2))
    labels = np.repeat([0.0, 1.0], SAMPLES // 2)
    return jnp.asarray(features, jnp.float32), jnp.asarray(labels, jnp.float32)


def initial_parameters(generator):
    """Weights uniform in ±1/√inputs, biases zero."""
    parameters = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        bound = inputs**-0.5
        weight = generator.uniform(-bound, bound, (inputs, outputs))
        parameters.append((jnp.asarray(weight, jnp.float32), jnp.zeros(outputs)))
    return parameters


def loss(parameters, features, labels):
    """The mean binary cross-entropy of the network's logits."""
    hidden = features
    for weight, bias in parameters[:-1]:
        hidden = jnp.tanh(hidden @ weight + bias)
    weight, bias = parameters[-1]
    logits = (hidden @ weight + bias)[:, 0]
    return jnp.mean(jnp.logaddexp(0.0, logits) - labels * logits)


def step(state, batch):
    """One step of gradient descent with momentum; the loss before it."""
    parameters, velocities = state
    value, gradients = jax.value_and_grad(loss)(parameters, *batch)
    velocities = jax.tree.map(lambda v, g: MOMENTUM * v + g, velocities, gradients)
    parameters = jax.tree.map(lambda p, v: p - RATE * v, parameters, velocities)
    return (parameters, velocities), value


@functools.partial(jax.jit, static_argnames=("steps", "unroll"))
def train(state, features, labels, steps, unroll):
    """`steps` steps on one batch; the losses before them."""
    return jax.lax.scan(
        lambda s, _: step(s, (features, labels)), state, length=steps, unroll=unroll
    )


def microseconds(run, steps, repetitions):
    """Time per step of each repetition, after one call that compiles."""
    jax.block_until_ready(run())
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        jax.block_until_ready(run())
        times.append((time.perf_counter() - start) * 1e6 / steps)
    return times


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repetitions", type=int, default=9)
    repetitions = arguments.parse_args().repetitions

    generator = np.random.default_rng(1)
    features, labels = moons(generator)
    parameters = initial_parameters(generator)
    state = (parameters, jax.tree.map(jnp.zeros_like, parameters))

    for name, batch, steps in (("W1", 200, 2_000), ("W2", 10, 10_000)):
        # One point in `stride`, so that both classes are there.
        stride = SAMPLES // batch
        data = features[::stride], labels[::stride]
        # Unrolling trades the loop's cost for code size; JAX is given the better one.
        times = min(
            (
                microseconds(lambda: train(state, *data, steps, unroll), steps, repetitions)
                for unroll in (1, 4)
            ),
            key=statistics.median,
        )
        print(f"{name} 1 {statistics.median(times):.2f} {min(times):.2f} JAX", flush=True)


if __name__ == "__main__":
    main()
