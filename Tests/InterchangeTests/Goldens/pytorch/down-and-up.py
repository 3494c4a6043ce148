import torch
from safetensors.torch import load_file
from torch import nn


def channels_first(module):
    """Hands `module` its input with the channels first, as layers of images need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(-1, 1),))
    return module


model = nn.Sequential(
    channels_first(nn.Conv2d(1, 4, 3, padding=1)),  # 8 x 6 x 4
    nn.BatchNorm2d(4, eps=1e-05, momentum=0.1),  # 8 x 6 x 4
    nn.ReLU(),  # 8 x 6 x 4
    nn.AvgPool2d(2),  # 4 x 3 x 4
    nn.Upsample(scale_factor=2),  # 8 x 6 x 4
    nn.ConvTranspose2d(4, 3, 3, stride=2, padding=1, output_padding=1),  # 16 x 12 x 3
    nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()),  # 3
    nn.Linear(3, 2),  # 2
)
model.load_state_dict(load_file("down-and-up.safetensors"))
