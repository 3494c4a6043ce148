"""Records PyTorch's numbers for models of several networks: the losses of adversaries, the
divergence of Gaussians, and one step of a GAN and of a variational autoencoder.

    python -m venv torch && torch/bin/pip install torch==2.13.0
    torch/bin/python Tests/NeuralNetTests/References/adversarial.py

Everything is computed in float64 and rounded to nine digits; parameters are in PyTorch's layout.
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(11)
torch.set_default_dtype(torch.float64)


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


def rounded(*shape):
    return torch.tensor(numbers(torch.randn(shape))).reshape(shape)


def round_parameters(module):
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.tensor(numbers(parameter)).reshape(parameter.shape))


def state(module, prefix=""):
    return {prefix + name: numbers(tensor) for name, tensor in module.state_dict().items()}


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


DISCRIMINATOR = {
    "minimax": lambda real, made: bce(real, 1.0) + bce(made, 0.0),
    "nonSaturating": lambda real, made: bce(real, 1.0) + bce(made, 0.0),
    "leastSquares": lambda real, made: 0.5 * F.mse_loss(real, torch.ones_like(real))
    + 0.5 * F.mse_loss(made, torch.zeros_like(made)),
    "wasserstein": lambda real, made: made.mean() - real.mean(),
}
GENERATOR = {
    "minimax": lambda made: -bce(made, 0.0),
    "nonSaturating": lambda made: bce(made, 1.0),
    "leastSquares": lambda made: 0.5 * F.mse_loss(made, torch.ones_like(made)),
    "wasserstein": lambda made: -made.mean(),
}


def losses(name):
    real, made = rounded(5, 1) * 3, rounded(5, 1) * 3
    real.requires_grad_(True), made.requires_grad_(True)
    discriminator = DISCRIMINATOR[name](real, made)
    of_discriminator = torch.autograd.grad(discriminator, [real, made])
    generator = GENERATOR[name](made)
    return {
        "name": name, "real": numbers(real), "generated": numbers(made),
        "discriminator": discriminator.item(), "generator": generator.item(),
        "realGradient": numbers(of_discriminator[0]),
        "generatedGradient": numbers(of_discriminator[1]),
        "generatorGradient": numbers(torch.autograd.grad(generator, made)[0]),
    }


def divergence():
    mean, log_variance = rounded(3, 2).requires_grad_(True), rounded(3, 2).requires_grad_(True)
    codes = torch.distributions.Normal(mean, torch.exp(0.5 * log_variance))
    kl = torch.distributions.kl_divergence(codes, torch.distributions.Normal(0.0, 1.0))
    value = kl.sum(dim=1).mean()
    value.backward()
    return {"mean": numbers(mean), "logVariance": numbers(log_variance), "value": value.item(),
            "meanGradient": numbers(mean.grad), "logVarianceGradient": numbers(log_variance.grad)}


def gan(name):
    """An update of the discriminator and one of the generator, each with its own noise."""
    generator = nn.Sequential(nn.Linear(3, 6), nn.Tanh(), nn.Linear(6, 2))
    discriminator = nn.Sequential(nn.Linear(2, 5), nn.LeakyReLU(0.2), nn.Linear(5, 1))
    round_parameters(generator), round_parameters(discriminator)
    before = state(generator, "generator.") | state(discriminator, "discriminator.")
    real, first, second = rounded(4, 2), rounded(4, 3), rounded(4, 3)
    of_discriminator = torch.optim.Adam(discriminator.parameters(), lr=0.01, betas=(0.5, 0.999))
    loss = DISCRIMINATOR[name](discriminator(real), discriminator(generator(first).detach()))
    loss.backward()
    of_discriminator.step()
    if name == "wasserstein":
        with torch.no_grad():
            for parameter in discriminator.parameters():
                parameter.clamp_(-0.25, 0.25)
    of_generator = torch.optim.Adam(generator.parameters(), lr=0.01, betas=(0.5, 0.999))
    generator.zero_grad()
    loss_of_generator = GENERATOR[name](discriminator(generator(second)))
    loss_of_generator.backward()
    of_generator.step()
    return {"name": name, "parameters": before, "real": numbers(real),
            "noise": [numbers(first), numbers(second)],
            "discriminator": loss.item(), "generator": loss_of_generator.item(),
            "after": state(generator, "generator.") | state(discriminator, "discriminator.")}


def autoencoder():
    """An update with a given ε, beta 0.5."""
    encoder = nn.Sequential(nn.Linear(5, 4), nn.Tanh())
    mean, log_variance = nn.Linear(4, 2), nn.Linear(4, 2)
    decoder = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 5))
    parts = {"encoder.": encoder, "mean.": mean, "logVariance.": log_variance, "decoder.": decoder}
    for part in parts.values():
        round_parameters(part)
    before = {key: value for prefix, part in parts.items() for key, value in state(part, prefix).items()}
    data, noise = (rounded(3, 5) > 0).double(), rounded(3, 2)
    hidden = encoder(data)
    mu, width = mean(hidden), log_variance(hidden)
    output = decoder(mu + torch.exp(0.5 * width) * noise)
    reconstruction = F.binary_cross_entropy_with_logits(output, data, reduction="sum") / 3
    kl = -0.5 * (1 + width - mu**2 - width.exp()).sum() / 3
    total = reconstruction + 0.5 * kl
    total.backward()
    optimizer = torch.optim.Adam(
        [parameter for part in parts.values() for parameter in part.parameters()], lr=0.01)
    optimizer.step()
    after = {key: value for prefix, part in parts.items() for key, value in state(part, prefix).items()}
    return {"parameters": before, "data": numbers(data), "noise": numbers(noise),
            "codes": numbers(mu), "reconstruction": reconstruction.item(), "divergence": kl.item(),
            "total": total.item(), "after": after}


result = {
    "torch": torch.__version__, "losses": [losses(name) for name in GENERATOR],
    "divergence": divergence(), "gan": [gan(name) for name in GENERATOR],
    "autoencoder": autoencoder(),
}
path = pathlib.Path(__file__).parent / "adversarial.json"
path.write_text(json.dumps(result, separators=(",", ":")) + "\n")
