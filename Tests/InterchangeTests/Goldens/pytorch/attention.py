import torch
from safetensors.torch import load_file
from torch import nn


class SelfAttention(nn.MultiheadAttention):
    """Attention of a sequence to itself."""

    def __init__(self, width, heads, dropout=0.0, bias=True, causal=False):
        super().__init__(width, heads, dropout=dropout, bias=bias, batch_first=True)
        self.causal = causal

    def forward(self, x):
        mask = None
        if self.causal:
            mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1], x.device)
        return super().forward(x, x, x, attn_mask=mask, need_weights=False)[0]


def causal(module):
    """Hides later places of a sequence from earlier ones."""

    def hide(_, inputs, options):
        x = inputs[0]
        mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1], x.device)
        return inputs, options | {"src_mask": mask, "is_causal": True}

    module.register_forward_pre_hook(hide, with_kwargs=True)
    return module


model = nn.Sequential(
    SelfAttention(6, 2),  # 5 x 6
    SelfAttention(6, 3, bias=False, causal=True),  # 5 x 6
    nn.TransformerEncoderLayer(6, 2, dim_feedforward=8, dropout=0.0, batch_first=True),  # 5 x 6
    causal(nn.TransformerEncoderLayer(6, 3, dim_feedforward=7, dropout=0.1, activation=nn.SiLU(), batch_first=True, norm_first=True)),  # 5 x 6
)
model.load_state_dict(load_file("attention.safetensors"))
