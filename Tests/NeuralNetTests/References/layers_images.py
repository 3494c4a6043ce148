"""Reference numbers for convolutions, pooling and normalisation of images and sequences."""

import torch
from torch import nn

from record import channels_last, record

torch.manual_seed(2)


def images(name, module, *shape, **options):
    record(name, module, torch.randn(*shape), channels_last, **options)


images("conv2d", nn.Conv2d(3, 5, 3), 2, 3, 6, 7)
images("conv2d-strided", nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(1, 1)), 2, 2, 7, 5)
images("conv2d-dilated", nn.Conv2d(2, 3, 3, padding=2, dilation=2, bias=False), 2, 2, 6, 5)
images("conv2d-grouped", nn.Conv2d(4, 6, 3, stride=2, padding=1, groups=2), 2, 4, 7, 7)
images("conv2d-depthwise", nn.Conv2d(4, 4, 3, padding=1, groups=4), 2, 4, 5, 5)
images("conv1d", nn.Conv1d(3, 5, 4), 2, 3, 9)
images("conv1d-options", nn.Conv1d(4, 6, 3, stride=2, padding=3, dilation=2, groups=2), 2, 4, 9)
images("max-pool", nn.MaxPool2d(2), 2, 3, 7, 6)
images("max-pool-overlapping", nn.MaxPool2d(3, stride=2, padding=1), 2, 2, 7, 6)
images("max-pool-1d", nn.MaxPool1d(3, stride=2), 2, 3, 9)
record(
    "cnn",
    nn.Sequential(
        nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 5, 2), nn.ReLU(),
        nn.Flatten(), nn.Linear(45, 3),
    ),
    torch.randn(2, 1, 10, 10),
    channels_last,
)
