"""Writes OptimizerReferences.swift: six updates by PyTorch's optimizers, in float64.

    python optimizers.py > ../Optimizers/OptimizerReferences.swift

The gradient of parameter i at update t is a fixed formula of both, so that the Swift test can make
the same one: g = p * (i + 1) / 4 - t / 8, from p = [0.5, -1, 2] at the start.
"""

import torch

torch.set_default_dtype(torch.float64)
CASES = [
    ("SGD()", 0.1, lambda p: torch.optim.SGD(p, lr=0.1)),
    ("SGD(weightDecay: 0.05)", 0.1, lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.05)),
    ("SGD(momentum: 0.9)", 0.1, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)),
    (
        "SGD(momentum: 0.9, dampening: 0.5)",
        0.1,
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.5),
    ),
    (
        "SGD(momentum: 0.8, nesterov: true, weightDecay: 0.1)",
        0.05,
        lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.8, nesterov=True, weight_decay=0.1),
    ),
    ("Adam()", 0.01, lambda p: torch.optim.Adam(p, lr=0.01)),
    (
        "Adam(beta1: 0.8, beta2: 0.9, epsilon: 0.001, weightDecay: 0.1)",
        0.1,
        lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.9), eps=0.001, weight_decay=0.1),
    ),
    ("AdamW()", 0.01, lambda p: torch.optim.AdamW(p, lr=0.01)),
    (
        "AdamW(beta1: 0.5, beta2: 0.75, weightDecay: 0.2)",
        0.1,
        lambda p: torch.optim.AdamW(p, lr=0.1, betas=(0.5, 0.75), weight_decay=0.2),
    ),
]


def run(make):
    parameters = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
    optimizer = make([parameters])
    history = []
    for t in range(1, 7):
        factors = torch.tensor([1.0, 2.0, 3.0])
        parameters.grad = parameters.detach() * factors / 4 - t / 8
        optimizer.step()
        history.append([f"{p:.9g}" for p in parameters.tolist()])
    return history


print("// Made by Tests/NeuralNetTests/References/optimizers.py with PyTorch " + torch.__version__ + ".")
print()
print("@testable import NeuralNet")
print()
print("extension OptimizerTests {")
print("  /// Parameters after each of six updates, and the learning rate.")
print("  static let references: [Reference] = [")
for name, rate, make in CASES:
    print("    Reference(")
    print(f"      optimizer: {name}, learningRate: {rate},")
    print("      parameters: [")
    for row in run(make):
        print(f"        [{', '.join(row)}],")
    print("      ]),")
print("  ]")
print("}")
