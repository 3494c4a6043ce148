"""Reference numbers for recurrent layers."""

import torch
from torch import nn

from record import record


def sequence(module, x):
    return module(x)[0]


def last(module, x):
    """The last layer's states at the end, those of both directions side by side."""
    states = module(x)[1]
    hidden = states[0] if isinstance(states, tuple) else states
    return torch.cat(list(hidden[-2:] if module.bidirectional else hidden[-1:]), dim=-1)


def case(name, module, forward=sequence):
    record(name, module, torch.randn(3, 4, 2), forward=forward)


torch.manual_seed(4)
forward = {"batch_first": True}
both = {"batch_first": True, "bidirectional": True}
case("rnn", nn.RNN(2, 5, **forward))
case("rnn-relu-bidirectional", nn.RNN(2, 4, nonlinearity="relu", **both))
case("rnn-last", nn.RNN(2, 3, num_layers=2, **forward), last)
case("lstm", nn.LSTM(2, 5, **forward))
case("lstm-one-unit", nn.LSTM(2, 1, num_layers=2, **forward))
case("lstm-stacked-bidirectional", nn.LSTM(2, 3, num_layers=2, **both))
case("lstm-last-bidirectional", nn.LSTM(2, 3, num_layers=2, **both), last)
case("gru", nn.GRU(2, 5, **forward))
case("gru-stacked-bidirectional", nn.GRU(2, 3, num_layers=2, **both))
case("gru-last", nn.GRU(2, 12, **forward), last)
