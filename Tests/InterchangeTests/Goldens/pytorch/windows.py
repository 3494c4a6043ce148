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


def returns_channels_last(module):
    """Hands on the output of `module` with the channels last."""
    module.register_forward_hook(lambda _, inputs, output: output.movedim(1, -1))
    return module


model = nn.Sequential(
    channels_first(nn.Conv2d(2, 4, 3, stride=2, padding=1, dilation=2, groups=2, bias=False)),  # 5 x 4 x 4
    nn.MaxPool2d((3, 2), stride=2, padding=1),  # 3 x 3 x 4
    channels_last(nn.Linear(4, 3)),  # 3 x 3 x 3
    nn.Tanh(),  # 3 x 3 x 3
    returns_channels_last(channels_first(nn.Conv2d(3, 2, (1, 2), padding=(0, 1)))),  # 3 x 4 x 2
)
model.load_state_dict(load_file("windows.safetensors"))
