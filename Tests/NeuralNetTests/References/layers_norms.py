"""Reference numbers for normalised rows, embeddings and softmax with temperature."""

import torch
from torch import nn

from record import as_it_is, record


class Tempered(nn.Module):
    def __init__(self, temperature):
        super().__init__()
        self.temperature = temperature

    def forward(self, x):
        return torch.softmax(x / self.temperature, dim=-1)


def with_drawn_affine(norm):
    """Weights other than 1 and biases other than 0, so that both are seen."""
    for parameter in norm.parameters():
        nn.init.normal_(parameter)
    return norm


torch.manual_seed(2)
record("layer-norm", with_drawn_affine(nn.LayerNorm(5)), torch.randn(4, 5))
record("layer-norm-sequence", with_drawn_affine(nn.LayerNorm(37, eps=0.1)), torch.randn(2, 3, 37) + 5)
record("rms-norm", with_drawn_affine(nn.RMSNorm(5)), torch.randn(2, 3, 5))
record("rms-norm-epsilon", with_drawn_affine(nn.RMSNorm(33, eps=0.01)), torch.randn(4, 33))
record("embedding", nn.Embedding(7, 5), torch.randint(0, 7, (3, 4)), output_layout=as_it_is)
record("softmax-cold", Tempered(0.25), torch.randn(3, 7))
record("softmax-hot", Tempered(3.0), torch.randn(3, 7))
