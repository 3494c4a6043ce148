"""Losses and gradients of a small network, by PyTorch in float64.

Writes ../Training/PyTorchReference.swift. The network is 3-4-2 with one activation; its numbers are
sines, so that a test can make them again: parameter element k (from 1, through all parameters in
the order weight, bias, weight, bias) is 0.5 sin k, feature k is sin(k + 100).

Run with: python network.py          (torch 2.15)
"""

import math
import pathlib

import torch
from torch import nn

ROWS, SIZES = 5, (3, 4, 2)
NUMBERS = [[math.cos(row + 2 * unit) for unit in range(2)] for row in range(ROWS)]
YES = [[float((row + unit) % 2) for unit in range(2)] for row in range(ROWS)]
CLASSES = [0, 1, 1, 0, 1]

LOSSES = {
    "mse": (nn.MSELoss(), NUMBERS),
    "mae": (nn.L1Loss(), NUMBERS),
    "huber(delta: 0.5)": (nn.HuberLoss(delta=0.5), NUMBERS),
    "bce": (nn.BCEWithLogitsLoss(), YES),
    "crossEntropy": (nn.CrossEntropyLoss(), CLASSES),
}
ACTIVATIONS = {
    "linear": nn.Identity(),
    "sigmoid": nn.Sigmoid(),
    "tanh": nn.Tanh(),
    "relu": nn.ReLU(),
    "leakyRelu(slope: 0.01)": nn.LeakyReLU(0.01),
    "elu(alpha: 1)": nn.ELU(1.0),
    "selu": nn.SELU(),
    "gelu": nn.GELU(),
    "silu": nn.SiLU(),
    "softplus": nn.Softplus(),
    "softmax": nn.Softmax(dim=1),
}


def sines(count, offset):
    return torch.tensor([math.sin(k + offset) for k in range(1, count + 1)], dtype=torch.float64)


def network(activation):
    inputs, hidden, outputs = SIZES
    counts = [inputs * hidden, hidden, hidden * outputs, outputs]
    numbers = (0.5 * sines(sum(counts), 0)).split(counts)
    shapes = [(inputs, hidden), (hidden,), (hidden, outputs), (outputs,)]
    parameters = [n.clone().reshape(s).requires_grad_() for n, s in zip(numbers, shapes)]
    w1, b1, w2, b2 = parameters
    x = sines(ROWS * inputs, 100).reshape(ROWS, inputs)
    return activation(x @ w1 + b1) @ w2 + b2, parameters


def case(loss_name, activation_name):
    loss, target = LOSSES[loss_name]
    output, parameters = network(ACTIVATIONS[activation_name])
    kind = torch.int64 if loss_name == "crossEntropy" else torch.float64
    value = loss(output, torch.tensor(target, dtype=kind))
    value.backward()
    gradients = torch.cat([p.grad.flatten() for p in parameters]).tolist()
    targets = torch.tensor(target, dtype=torch.float64).flatten().tolist()
    return f"""    PyTorchReference(
      loss: .{loss_name}, activation: .{activation_name},
      targets: {array(targets)},
      outputs: {array(output.flatten().tolist())},
      lossValue: {value.item():.10g},
      gradients: {array(gradients)}),
"""


def array(numbers):
    lines, line = [], ""
    for text in (f"{number:.10g}, " for number in numbers):
        if len(line) + len(text) > 80:
            lines.append(line.rstrip())
            line = ""
        line += text
    lines.append(line.rstrip())
    return "[\n        " + "\n        ".join(lines) + "\n      ]"


cases = [(loss, "tanh") for loss in LOSSES] + [("mse", a) for a in ACTIVATIONS if a != "tanh"]
text = f"""import NeuralNet

/// Losses and gradients of one network with each loss and each activation, by PyTorch
/// {torch.__version__.split("+")[0]} in float64. Written by References/network.py.
struct PyTorchReference: Sendable {{
  let loss: Loss
  let activation: Activation
  let targets: [Float]
  let outputs: [Double]
  let lossValue: Double
  /// Of all parameters, in the order weight, bias, weight, bias.
  let gradients: [Double]

  static let all = [
{"".join(case(*c) for c in cases)}  ]
}}
"""
folder = pathlib.Path(__file__).parent.parent / "Training"
folder.mkdir(exist_ok=True)
(folder / "PyTorchReference.swift").write_text(text)
