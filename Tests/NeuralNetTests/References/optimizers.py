"""Writes OptimizerReferences.swift: a thousand updates by PyTorch's optimizers, in float64.

    python optimizers.py > ../Optimizers/OptimizerReferences.swift

The gradient of parameter i at update t is a fixed formula of both, so that the Swift test can make
the same one: g = p * (i + 1) / 4 - noise, from p = [0.5, -1, 2] at the start. The noise, in [-1, 1),
is that of TestNumbers(1) in Swift. Lion is not in PyTorch: the class below is algorithm 2 of Chen et
al. 2023.
"""

import torch

torch.set_default_dtype(torch.float64)
STEPS = [1, 2, 10, 100, 1000]


class Lion(torch.optim.Optimizer):
    def __init__(self, p, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(p, dict(lr=lr))
        self.lr, self.betas, self.decay, self.m = lr, betas, weight_decay, 0

    def step(self):
        p, (b1, b2) = self.param_groups[0]["params"][0], self.betas
        c = torch.sign(b1 * self.m + (1 - b1) * p.grad)
        p.data = p.data - self.lr * (c + self.decay * p.data)
        self.m = b2 * self.m + (1 - b2) * p.grad


O = torch.optim
CASES = [
    ("SGD()", 0.1, O.SGD, {}),
    ("SGD(weightDecay: 0.05)", 0.1, O.SGD, dict(weight_decay=0.05)),
    ("SGD(momentum: 0.9)", 0.1, O.SGD, dict(momentum=0.9)),
    ("SGD(momentum: 0.9, dampening: 0.5)", 0.1, O.SGD, dict(momentum=0.9, dampening=0.5)),
    (
        "SGD(momentum: 0.8, nesterov: true, weightDecay: 0.1)",
        0.05,
        O.SGD,
        dict(momentum=0.8, nesterov=True, weight_decay=0.1),
    ),
    ("RMSProp()", 0.01, O.RMSprop, {}),
    ("RMSProp(alpha: 0.9, weightDecay: 0.1)", 0.01, O.RMSprop, dict(alpha=0.9, weight_decay=0.1)),
    ("RMSProp(centred: true)", 0.01, O.RMSprop, dict(centered=True)),
    ("RMSProp(momentum: 0.9)", 0.001, O.RMSprop, dict(momentum=0.9)),
    (
        "RMSProp(epsilon: 0.001, momentum: 0.5, centred: true, weightDecay: 0.01)",
        0.01,
        O.RMSprop,
        dict(eps=0.001, momentum=0.5, centered=True, weight_decay=0.01),
    ),
    ("Adagrad()", 0.1, O.Adagrad, {}),
    (
        "Adagrad(rateDecay: 0.01, initialAccumulator: 0.5, weightDecay: 0.1)",
        0.1,
        O.Adagrad,
        dict(lr_decay=0.01, initial_accumulator_value=0.5, weight_decay=0.1),
    ),
    ("Adam()", 0.01, O.Adam, {}),
    (
        "Adam(beta1: 0.8, beta2: 0.9, epsilon: 0.001, weightDecay: 0.1)",
        0.1,
        O.Adam,
        dict(betas=(0.8, 0.9), eps=0.001, weight_decay=0.1),
    ),
    ("Adam(amsgrad: true)", 0.01, O.Adam, dict(amsgrad=True)),
    (
        "Adam(beta2: 0.9, weightDecay: 0.1, amsgrad: true)",
        0.01,
        O.Adam,
        dict(betas=(0.9, 0.9), weight_decay=0.1, amsgrad=True),
    ),
    ("AdamW()", 0.01, O.AdamW, {}),
    (
        "AdamW(beta1: 0.5, beta2: 0.75, weightDecay: 0.2)",
        0.1,
        O.AdamW,
        dict(betas=(0.5, 0.75), weight_decay=0.2),
    ),
    ("AdamW(amsgrad: true)", 0.01, O.AdamW, dict(amsgrad=True)),
    ("NAdam()", 0.01, O.NAdam, {}),
    (
        "NAdam(beta1: 0.8, weightDecay: 0.1, momentumDecay: 0.1)",
        0.01,
        O.NAdam,
        dict(betas=(0.8, 0.999), weight_decay=0.1, momentum_decay=0.1),
    ),
    ("Lion()", 0.01, Lion, {}),
    ("Lion(beta1: 0.8, beta2: 0.95, weightDecay: 0.5)", 0.01, Lion,
     dict(betas=(0.8, 0.95), weight_decay=0.5)),
]


def noise(seed):
    """TestNumbers of KernelFixtures.swift."""
    state = (seed * 0x9E3779B97F4A7C15 + 1) % 2**64
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 33 & 0xFFFFFF) / 8388608 - 1


def run(kind, rate, options):
    parameters = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
    optimizer = kind([parameters], lr=rate, **options)
    factors, numbers = torch.tensor([1.0, 2.0, 3.0]) / 4, noise(1)
    for t in range(1, STEPS[-1] + 1):
        drawn = torch.tensor([next(numbers) for _ in range(3)])
        parameters.grad = parameters.detach() * factors - drawn
        optimizer.step()
        if t in STEPS:
            yield [f"{p:.9g}" for p in parameters.tolist()]


version = torch.__version__.split("+")[0]
print(f"// Made by Tests/NeuralNetTests/References/optimizers.py with PyTorch {version}.")
print()
print("@testable import NeuralNet")
print()
print("extension OptimizerTests {")
print(f"  /// Parameters after updates {', '.join(map(str, STEPS))}, and the learning rate.")
print("  static let references: [Reference] = [")
for name, rate, kind, options in CASES:
    print("    Reference(")
    print(f"      optimizer: {name}, learningRate: {rate},")
    print("      parameters: [")
    for row in run(kind, rate, options):
        print(f"        [{', '.join(row)}],")
    print("      ]),")
print("  ]")
print("}")
