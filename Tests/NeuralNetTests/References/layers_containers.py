"""Reference numbers for layers that hold models."""

import torch
from torch import nn

from record import record


class Residual(nn.Module):
    def __init__(self, body, shortcut=()):
        super().__init__()
        self.body = nn.Sequential(*body)
        self.shortcut = nn.Sequential(*shortcut)

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Parallel(nn.Module):
    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(nn.Sequential(*branch) for branch in branches)

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], dim=-1)


class Repeated(nn.Module):
    def __init__(self, *body, times):
        super().__init__()
        self.body = nn.Sequential(*body)
        self.times = times

    def forward(self, x):
        for _ in range(self.times):
            x = self.body(x)
        return x


torch.manual_seed(3)
body = [nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 4)]
record("residual", nn.Sequential(nn.Linear(3, 4), Residual(body), nn.ReLU()), torch.randn(3, 3))
body = [nn.Linear(3, 6), nn.GELU(), nn.Linear(6, 5)]
record("residual-projected", Residual(body, [nn.Linear(3, 5, bias=False)]), torch.randn(3, 3))
branches = [nn.Linear(3, 2)], [nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 3)], []
record("parallel", nn.Sequential(Parallel(*branches), nn.Linear(8, 2)), torch.randn(3, 3))
times = [nn.Sequential(nn.Linear(n, 4), nn.Tanh()) for n in (3, 4, 4)]
record("repeated", nn.Sequential(nn.Sequential(*times), nn.Linear(4, 1)), torch.randn(3, 3))
shared = Repeated(nn.Linear(3, 3), nn.Tanh(), times=3)
record("repeated-shared", nn.Sequential(shared, nn.Linear(3, 2)), torch.randn(3, 3))
