import torch
from safetensors.torch import load_file
from torch import nn


def channels_first(module):
    """Hands `module` its input with the channels first, as layers of images need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(-1, 1),))
    return module


def channels_last(module):
    """Hands `module` its input with the channels last, as layers of features need it."""
    module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(1, -1),))
    return module


def last_state(module):
    """Hands on the state at the end, or those of both directions side by side."""

    def pick(module, inputs, output):
        states = output[1][0] if isinstance(output[1], tuple) else output[1]
        return torch.cat(list(states[-2 if module.bidirectional else -1 :]), dim=-1)

    module.register_forward_hook(pick)
    return module


model = nn.Sequential(
    channels_first(nn.Conv1d(3, 4, 2)),  # 5 x 4
    channels_last(last_state(nn.RNN(4, 3, batch_first=True))),  # 3
    nn.Tanh(),  # 3
)
model.load_state_dict(load_file("rnn-last.safetensors"))
