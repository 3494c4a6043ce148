import torch
from safetensors.torch import load_file
from torch import nn


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


class Repeated(nn.Module):
    """A model that is applied to its own result."""

    def __init__(self, body, times):
        super().__init__()
        self.body = body
        self.times = times

    def forward(self, x):
        for _ in range(self.times):
            x = self.body(x)
        return x


model = nn.Sequential(
    nn.Linear(3, 4),  # 4
    Residual(
        nn.Sequential(
            nn.Linear(4, 4),  # 4
            nn.Tanh(),  # 4
        ),
        nn.Sequential(),
    ),  # 4
    Residual(
        nn.Sequential(
            nn.Linear(4, 3),  # 3
        ),
        nn.Sequential(
            nn.Linear(4, 3),  # 3
        ),
    ),  # 3
    Parallel(
        nn.Sequential(),
        nn.Sequential(
            nn.Linear(3, 2).requires_grad_(False),  # 2
            nn.GELU(),  # 2
        ),
        axis=-1,
    ),  # 5
    nn.Sequential(
        nn.Sequential(
            nn.Linear(5, 5),  # 5
            nn.Tanh(),  # 5
        ),
        nn.Sequential(
            nn.Linear(5, 5),  # 5
            nn.Tanh(),  # 5
        ),
    ),  # 5
    Repeated(
        nn.Sequential(
            nn.Linear(5, 5),  # 5
            nn.Tanh(),  # 5
        ),
        times=3,
    ),  # 5
)
model.load_state_dict(load_file("models-in-models.safetensors"))
