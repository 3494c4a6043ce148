"""Reference numbers for dense layers and activations."""

import torch
from torch import nn

from record import record

torch.manual_seed(1)
record("dense", nn.Linear(5, 3), torch.randn(4, 5))
record("dense-no-bias", nn.Linear(5, 3, bias=False), torch.randn(4, 5))
record("dense-on-sequence", nn.Linear(5, 3), torch.randn(2, 4, 5))
record(
    "dense-stack",
    nn.Sequential(nn.Linear(3, 7), nn.GELU(), nn.Linear(7, 6), nn.SiLU(), nn.Linear(6, 2)),
    torch.randn(5, 3),
)
