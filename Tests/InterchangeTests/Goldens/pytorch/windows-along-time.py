import torch
from safetensors.torch import load_file
from torch import nn


def channels_first(module):
    """Hands `module` its input with the channels first, as layers of images need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(-1, 1),))
    return module


def channels_last(module):
    """Hands `module` its input with the channels last, as layers of features need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(1, -1),))
    return module


class Reshape(nn.Module):
    """Each row in another shape."""

    def __init__(self, *axes):
        super().__init__()
        self.axes = axes

    def forward(self, x):
        return x.reshape(len(x), *self.axes)


model = nn.Sequential(
    channels_first(nn.Conv1d(3, 4, 3, padding=1)),  # 9 x 4
    nn.ReLU(),  # 9 x 4
    channels_last(nn.LayerNorm(4, eps=1e-05)),  # 9 x 4
    channels_first(nn.Conv1d(4, 6, 2, stride=2, groups=2)),  # 4 x 6
    nn.MaxPool1d(2),  # 2 x 6
    channels_last(nn.Flatten()),  # 12
    nn.Linear(12, 4),  # 4
    Reshape(2, 2),  # 2 x 2
    channels_first(nn.Conv1d(2, 2, 2)),  # 1 x 2
    nn.Sequential(nn.AdaptiveMaxPool1d(1), nn.Flatten()),  # 2
)
model.load_state_dict(load_file("windows-along-time.safetensors"))
