"""Reference numbers for attention and Transformer blocks."""

import torch
from torch import nn

from record import record

HIDDEN = nn.Transformer.generate_square_subsequent_mask(5)
ENDED = torch.tensor([[False, False, False, True, True]] * 2)


def drawn(module):
    """Biases and norms other than 0 and 1, so that all are seen."""
    for parameter in module.parameters():
        if parameter.dim() == 1:
            nn.init.normal_(parameter)
    return module


def attention(heads, **options):
    return drawn(nn.MultiheadAttention(6, heads, batch_first=True, **options))


def encoder(**options):
    return drawn(nn.TransformerEncoderLayer(6, 2, 7, 0.0, batch_first=True, **options))


class Translator(nn.Module):
    """A decoder whose memory is another sequence, half as long, made of the same input."""

    def __init__(self, **options):
        super().__init__()
        self.encoder = nn.Linear(12, 6)
        self.decoder = drawn(
            nn.TransformerDecoderLayer(6, 3, 7, 0.0, batch_first=True, **options)
        )

    def forward(self, x):
        memory = self.encoder(x.reshape(2, 2, 12))
        hidden = nn.Transformer.generate_square_subsequent_mask(4)
        return self.decoder(x, memory, tgt_mask=hidden)


torch.manual_seed(3)
record("attention", attention(2), torch.randn(2, 5, 6), forward=lambda m, x: m(x, x, x)[0])
record(
    "attention-causal",
    attention(3, bias=False),
    torch.randn(2, 5, 6),
    forward=lambda m, x: m(x, x, x, attn_mask=HIDDEN)[0],
)
record(
    "attention-padding",
    attention(1),
    torch.randn(2, 5, 6),
    forward=lambda m, x: m(x, x, x, key_padding_mask=ENDED)[0],
)
record("encoder", encoder(), torch.randn(2, 5, 6))
record(
    "encoder-causal",
    encoder(norm_first=True, activation="gelu"),
    torch.randn(2, 5, 6),
    forward=lambda m, x: m(x, src_mask=HIDDEN, is_causal=True),
)
record("decoder", Translator(), torch.randn(2, 4, 6))
record("decoder-norm-first", Translator(norm_first=True), torch.randn(2, 4, 6))
