import torch
from safetensors.torch import load_file
from torch import nn


model = nn.Sequential(
    nn.Linear(3, 3),  # 3
    nn.Identity(),  # 3
    nn.Linear(3, 3),  # 3
    nn.Sigmoid(),  # 3
    nn.Linear(3, 3),  # 3
    nn.Tanh(),  # 3
    nn.Linear(3, 3),  # 3
    nn.ReLU(),  # 3
    nn.Linear(3, 3),  # 3
    nn.LeakyReLU(0.1),  # 3
    nn.Linear(3, 3),  # 3
    nn.ELU(1.5),  # 3
    nn.Linear(3, 3),  # 3
    nn.SELU(),  # 3
    nn.Linear(3, 3),  # 3
    nn.GELU(),  # 3
    nn.Linear(3, 3),  # 3
    nn.SiLU(),  # 3
    nn.Linear(3, 3),  # 3
    nn.Softplus(),  # 3
    nn.Linear(3, 3),  # 3
    nn.Softmax(dim=-1),  # 3
)
model.load_state_dict(load_file("activations.safetensors"))
