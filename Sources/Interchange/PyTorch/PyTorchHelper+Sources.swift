extension PyTorchHelper {
  static let tokensSource = """
    def tokens(module):
        \"""Hands `module` its input as whole numbers.\"""
        module.register_forward_pre_hook(lambda _, inputs: (inputs[0].long(),))
        return module
    """

  static let dropout2014Source = """
    class Dropout2014(nn.Module):
        \"""Drops in training, scales in evaluation (Srivastava et al. 2014).\"""

        def __init__(self, rate):
            super().__init__()
            self.rate = rate

        def forward(self, x):
            if not self.training:
                return x * (1 - self.rate)
            return x * (torch.rand_like(x) >= self.rate)
    """

  static let softmaxAtSource = """
    class SoftmaxAt(nn.Module):
        \"""Softmax with a temperature.\"""

        def __init__(self, temperature):
            super().__init__()
            self.temperature = temperature

        def forward(self, x):
            return torch.softmax(x / self.temperature, dim=-1)
    """

  static let reshapeSource = """
    class Reshape(nn.Module):
        \"""Each row in another shape.\"""

        def __init__(self, *axes):
            super().__init__()
            self.axes = axes

        def forward(self, x):
            return x.reshape(len(x), *self.axes)
    """

  static let sinusoidalSource = """
    class SinusoidalPositions(nn.Module):
        \"""Adds waves that tell the places in a sequence (Vaswani et al. 2017).\"""

        def forward(self, x):
            time, width = x.shape[-2:]
            even = torch.arange(0, width, 2, device=x.device)
            angles = torch.arange(time, device=x.device)[:, None] / 10000 ** (even / width)
            waves = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
            return x + waves[:, :width]
    """

  static let learnedSource = """
    class LearnedPositions(nn.Module):
        \"""Adds a learnt row for each place in a sequence.\"""

        def __init__(self, length, width):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(length, width))

        def forward(self, x):
            return x + self.weight[: x.shape[-2]]
    """

  static let selfAttentionSource = """
    class SelfAttention(nn.MultiheadAttention):
        \"""Attention of a sequence to itself.\"""

        def __init__(self, width, heads, dropout=0.0, bias=True, causal=False):
            super().__init__(width, heads, dropout=dropout, bias=bias, batch_first=True)
            self.causal = causal

        def forward(self, x):
            mask = None
            if self.causal:
                mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1], x.device)
            return super().forward(x, x, x, attn_mask=mask, need_weights=False)[0]
    """

  static let causalSource = """
    def causal(module):
        \"""Hides later places of a sequence from earlier ones.\"""

        def hide(_, inputs, options):
            x = inputs[0]
            mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1], x.device)
            return inputs, options | {"src_mask": mask, "is_causal": True}

        module.register_forward_pre_hook(hide, with_kwargs=True)
        return module
    """

  static let sequenceSource = """
    def sequence(module):
        \"""Hands on the states of all times, of what a recurrent module gives.\"""
        module.register_forward_hook(lambda _, inputs, output: output[0])
        return module
    """

  static let lastStateSource = """
    def last_state(module):
        \"""Hands on the state at the end, or those of both directions side by side.\"""

        def pick(module, inputs, output):
            states = output[1][0] if isinstance(output[1], tuple) else output[1]
            return torch.cat(list(states[-2 if module.bidirectional else -1 :]), dim=-1)

        module.register_forward_hook(pick)
        return module
    """

  static let residualSource = """
    class Residual(nn.Module):
        \"""The sum of a model and its input, or of a model and a shortcut.\"""

        def __init__(self, body, shortcut):
            super().__init__()
            self.body = body
            self.shortcut = shortcut

        def forward(self, x):
            return self.body(x) + self.shortcut(x)
    """

  static let parallelSource = """
    class Parallel(nn.Module):
        \"""The results of several models, side by side.\"""

        def __init__(self, *branches, axis):
            super().__init__()
            self.branches = nn.ModuleList(branches)
            self.axis = axis

        def forward(self, x):
            return torch.cat([branch(x) for branch in self.branches], dim=self.axis)
    """

  static let repeatedSource = """
    class Repeated(nn.Module):
        \"""A model that is applied to its own result.\"""

        def __init__(self, body, times):
            super().__init__()
            self.body = body
            self.times = times

        def forward(self, x):
            for _ in range(self.times):
                x = self.body(x)
            return x
    """
}
