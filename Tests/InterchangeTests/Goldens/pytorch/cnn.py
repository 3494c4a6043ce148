import torch
from safetensors.torch import load_file
from torch import nn


def channels_first(module):
    """Hands `module` its input with the channels first, as layers of images need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(-1, 1),))
    return module


model = nn.Sequential(
    channels_first(nn.Conv2d(1, 4, 3)),  # 8 x 6 x 4
    nn.ReLU(),  # 8 x 6 x 4
    nn.MaxPool2d(2),  # 4 x 3 x 4
    nn.Conv2d(4, 5, (2, 1)),  # 3 x 3 x 5
    nn.Flatten(),  # 45
    nn.Linear(45, 3),  # 3
)
model.load_state_dict(load_file("cnn.safetensors"))
