"""PyTorch's time for a training step of a workload, eager or compiled.

    pytorch.py WORKLOAD --steps N --rounds N --threads N [--compiled]

The first round warms up, and compiles. Prints the microseconds a step of each further round.
"""

import torch
from torch import nn

from rounds import arguments, report

BATCH = 64


class LastState(nn.Module):
    """An LSTM's state after the last step, [batch, width]."""

    def __init__(self, inputs, width):
        super().__init__()
        self.lstm = nn.LSTM(inputs, width, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0][:, -1]


class Characters(nn.Module):
    """A character-level Transformer, causal, with learnt positions: logits for each place."""

    def __init__(self, vocabulary=65, width=128, heads=4, layers=4, context=128):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.randn(context, width) * 0.02)
        block = nn.TransformerEncoderLayer(
            width, heads, 4 * width, dropout=0.0, activation="gelu", batch_first=True,
            norm_first=True,
        )
        self.blocks = nn.TransformerEncoder(block, layers, enable_nested_tensor=False)
        self.norm, self.out = nn.LayerNorm(width), nn.Linear(width, vocabulary)
        mask = nn.Transformer.generate_square_subsequent_mask(context)
        self.register_buffer("mask", mask)

    def forward(self, x):
        hidden = self.blocks(self.tokens(x) + self.positions, self.mask, is_causal=True)
        return self.out(self.norm(hidden)).flatten(0, 1)


def moons_model():
    return nn.Sequential(
        nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1)
    )


def moons(batch):
    data = torch.rand(batch, 2), torch.randint(0, 2, (batch, 1)).float()
    model = moons_model()
    return model, nn.BCEWithLogitsLoss(), torch.optim.SGD(model.parameters(), 0.1, 0.9), data


def adam(model, loss, *data):
    return model, loss, torch.optim.Adam(model.parameters(), 0.001), data


def digits():
    model = nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    return adam(model, nn.CrossEntropyLoss(), torch.rand(BATCH, 784), classes(BATCH))


def classes(*shape, count=10):
    return torch.randint(0, count, shape)


def convolutional():
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 10),
    )
    return adam(model, nn.CrossEntropyLoss(), torch.rand(BATCH, 1, 28, 28), classes(BATCH))


def recurrent():
    model = nn.Sequential(LastState(8, 64), nn.Linear(64, 1))
    return adam(model, nn.MSELoss(), torch.rand(32, 50, 8), torch.rand(32, 1))


def transformer():
    tokens, targets = classes(16, 128, count=65), classes(16 * 128, count=65)
    return adam(Characters(), nn.CrossEntropyLoss(), tokens, targets)


def autoencoder():
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(), nn.Flatten(),
        nn.Linear(1568, 32), nn.Linear(32, 1568), nn.Unflatten(1, (32, 7, 7)),
        nn.ConvTranspose2d(32, 16, 3, 2, 1, 1), nn.ReLU(),
        nn.ConvTranspose2d(16, 1, 3, 2, 1, 1),
    )
    images = torch.rand(BATCH, 1, 28, 28)
    return adam(model, nn.MSELoss(), images, images)


class Sweep(nn.Module):
    """60 networks of W1 at once, as batched products."""

    def __init__(self, members=60):
        super().__init__()
        sizes = [(2, 16), (16, 16), (16, 1)]
        self.weights = nn.ParameterList(torch.randn(members, a, b) * a**-0.5 for a, b in sizes)
        self.biases = nn.ParameterList(torch.zeros(members, 1, b) for _, b in sizes)

    def forward(self, x):
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            x = torch.baddbmm(bias, x, weight)
            if i < 2:
                x = torch.tanh(x)
        return x


class MomentumByMember:
    """Gradient descent with momentum, each member at a rate of its own."""

    def __init__(self, parameters, members=60):
        self.parameters = list(parameters)
        self.velocities = [torch.zeros_like(p) for p in self.parameters]
        self.rates = torch.logspace(-3, 0, 12).repeat_interleave(members // 12)[:, None, None]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p, v in zip(self.parameters, self.velocities):
            v.mul_(0.9).add_(p.grad)
            p.sub_(self.rates * v)


def sweep():
    model = Sweep()
    features = torch.rand(200, 2).expand(60, 200, 2).contiguous()
    targets = torch.randint(0, 2, (200, 1)).float().expand(60, 200, 1)

    def loss(logits, labels):
        return nn.functional.binary_cross_entropy_with_logits(logits, labels) * 60

    return model, loss, MomentumByMember(model.parameters()), (features, targets)


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
    options = arguments(__doc__)
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    model, loss, optimizer, (features, targets) = WORKLOADS[options.workload]()
    forward = torch.compile(model) if options.compiled else model

    def run(steps):
        for _ in range(steps):
            optimizer.zero_grad()
            loss(forward(features), targets).backward()
            optimizer.step()

    report(run, options)


if __name__ == "__main__":
    main()
