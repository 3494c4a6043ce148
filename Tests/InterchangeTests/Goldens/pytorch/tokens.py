import torch
from safetensors.torch import load_file
from torch import nn


def tokens(module):
    """Hands `module` its input as whole numbers."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].long(),))
    return module


class SinusoidalPositions(nn.Module):
    """Adds waves that tell the places in a sequence (Vaswani et al. 2017)."""

    def forward(self, x):
        time, width = x.shape[-2:]
        even = torch.arange(0, width, 2, device=x.device)
        angles = torch.arange(time, device=x.device)[:, None] / 10000 ** (even / width)
        waves = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
        return x + waves[:, :width]


class LearnedPositions(nn.Module):
    """Adds a learnt row for each place in a sequence."""

    def __init__(self, length, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(length, width))

    def forward(self, x):
        return x + self.weight[: x.shape[-2]]


model = nn.Sequential(
    tokens(nn.Embedding(7, 5)),  # 4 x 5
    SinusoidalPositions(),  # 4 x 5
    nn.Linear(5, 6),  # 4 x 6
    LearnedPositions(9, 6),  # 4 x 6
)
model.load_state_dict(load_file("tokens.safetensors"))
