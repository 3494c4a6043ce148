import torch
from safetensors.torch import load_file
from torch import nn


def channels_first(module):
    """Hands `module` its input with the channels first, as layers of images need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(-1, 1),))
    return module


model = nn.Sequential(
    channels_first(nn.ConvTranspose1d(3, 4, 3, stride=2)),  # 13 x 4
    nn.BatchNorm1d(4, eps=1e-05, momentum=0.1),  # 13 x 4
    nn.AvgPool1d(2),  # 6 x 4
    nn.Upsample(scale_factor=3),  # 18 x 4
    nn.Sequential(nn.AdaptiveAvgPool1d(1), nn.Flatten()),  # 4
    nn.BatchNorm1d(4, eps=1e-05, momentum=0.1),  # 4
    nn.Linear(4, 2),  # 2
)
model.load_state_dict(load_file("down-and-up-along-time.safetensors"))
