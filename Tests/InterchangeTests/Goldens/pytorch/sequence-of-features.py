import torch
from safetensors.torch import load_file
from torch import nn


class Dropout2014(nn.Module):
    """Drops in training, scales in evaluation (Srivastava et al. 2014)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training:
            return x * (1 - self.rate)
        return x * (torch.rand_like(x) >= self.rate)


model = nn.Sequential(
    nn.Linear(5, 4),  # 3 x 4
    nn.Softmax(dim=-1),  # 3 x 4
    Dropout2014(0.5),  # 3 x 4
)
model.load_state_dict(load_file("sequence-of-features.safetensors"))
