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


def returns_channels_first(module):
    """Hands on the output of `module` with the channels first."""
    module.register_forward_hook(lambda _, inputs, output: output.movedim(-1, 1))
    return module


def returns_channels_last(module):
    """Hands on the output of `module` with the channels last."""
    module.register_forward_hook(lambda _, inputs, output: output.movedim(1, -1))
    return module


class Residual(nn.Module):
    """The sum of a model and its input, or of a model and a shortcut."""

    def __init__(self, body, shortcut):
        super().__init__()
        self.body = body
        self.shortcut = shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Parallel(nn.Module):
    """The results of several models, side by side."""

    def __init__(self, *branches, axis):
        super().__init__()
        self.branches = nn.ModuleList(branches)
        self.axis = axis

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], dim=self.axis)


model = nn.Sequential(
    channels_first(nn.Conv2d(2, 3, 3)),  # 4 x 3 x 3
    Residual(
        nn.Sequential(
            nn.Conv2d(3, 3, 3, padding=1),  # 4 x 3 x 3
            nn.ReLU(),  # 4 x 3 x 3
            returns_channels_first(channels_last(nn.Linear(3, 3))),  # 4 x 3 x 3
        ),
        nn.Sequential(),
    ),  # 4 x 3 x 3
    Parallel(
        nn.Sequential(
            nn.Conv2d(3, 2, 1),  # 4 x 3 x 2
        ),
        nn.Sequential(
            channels_last(nn.Linear(3, 1)),  # 4 x 3 x 1
            returns_channels_first(nn.ReLU()),  # 4 x 3 x 1
        ),
        axis=1,
    ),  # 4 x 3 x 3
    returns_channels_last(nn.ReLU()),  # 4 x 3 x 3
)
model.load_state_dict(load_file("images-in-models.safetensors"))
