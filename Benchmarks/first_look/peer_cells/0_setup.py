import math

import matplotlib.pyplot as plt
import torch
from torch import nn

# For networks of this size a second thread costs more than it gives.
torch.set_num_threads(1)


def moons(samples, noise, seed):
    """Two interleaving half circles: features [samples, 2], labels [samples, 1]."""
    generator = torch.Generator().manual_seed(seed)
    angle = torch.linspace(0, math.pi, samples // 2)
    upper = torch.stack([angle.cos(), angle.sin()], 1)
    lower = torch.stack([1 - angle.cos(), 0.5 - angle.sin()], 1)
    features = torch.cat([upper, lower])
    features += noise * torch.randn(features.shape, generator=generator)
    labels = torch.cat([torch.zeros(samples // 2, 1), torch.ones(samples // 2, 1)])
    return features, labels


def network(sizes, activation=nn.Tanh):
    """Dense layers with the activation between them."""
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), activation()]
    return nn.Sequential(*layers[:-1])
