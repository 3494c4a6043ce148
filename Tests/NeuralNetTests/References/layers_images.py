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
images("conv-transpose2d", nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1, output_padding=1), 2, 3, 4, 3)
images(
    "conv-transpose2d-options",
    nn.ConvTranspose2d(4, 6, (2, 3), stride=(1, 3), padding=(1, 0), dilation=(2, 1), groups=2),
    2, 4, 4, 3,
)
images("conv-transpose1d", nn.ConvTranspose1d(3, 4, 4, stride=2, padding=1, bias=False), 2, 3, 5)
images("average-pool", nn.AvgPool2d(2), 2, 3, 7, 6)
images("average-pool-overlapping", nn.AvgPool2d(3, stride=2, padding=1), 2, 2, 7, 6)
images("average-pool-1d", nn.AvgPool1d(3, stride=2, padding=1), 2, 3, 9)
images("global-average-pool", nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()), 2, 3, 5, 6)
images("global-max-pool", nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten()), 2, 3, 5, 6)
images("upsample", nn.Upsample(scale_factor=3), 2, 2, 2, 3)
images("upsample-1d", nn.Upsample(scale_factor=2), 2, 3, 4)


def normalised(name, module, *shape, **options):
    """Parameters and running statistics that are not the first ones, inputs with means of their own."""
    with torch.no_grad():
        module.weight.uniform_(0.5, 2)
        module.bias.normal_()
        module.running_mean.normal_()
        module.running_var.uniform_(0.5, 2)
    record(name, module, torch.randn(*shape) * 2 + 1, channels_last, **options)


normalised("batch-norm", nn.BatchNorm1d(5), 7, 5)
normalised("batch-norm-evaluating", nn.BatchNorm1d(5), 7, 5, evaluating=True)
normalised("batch-norm-1d", nn.BatchNorm1d(3, momentum=0.3, eps=0.01), 4, 3, 6)
normalised("batch-norm-2d", nn.BatchNorm2d(4), 3, 4, 4, 3)
normalised("batch-norm-2d-evaluating", nn.BatchNorm2d(3), 2, 3, 3, 4, evaluating=True)
record(
    "cnn",
    nn.Sequential(
        nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 5, 2), nn.ReLU(),
        nn.Flatten(), nn.Linear(45, 3),
    ),
    torch.randn(2, 1, 10, 10),
    channels_last,
)
