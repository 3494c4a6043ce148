"""Reference numbers for dropout in evaluation; in training its masks are nnbook's own."""

import torch
from torch import nn

from record import record

torch.manual_seed(2)
record(
    "dropout-evaluating",
    nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.5), nn.Linear(4, 2)),
    torch.randn(3, 3),
    evaluating=True,
)
