"""Writes UpdateReferences.swift: training with what surrounds PyTorch's optimizers, in float64.

    python updates.py > ../Optimizers/UpdateReferences.swift

A 2-3-1 tanh network on ten rows, batches of two, eight epochs. Rows, targets and first parameters are
those of TestNumbers(2), (3) and (4) in Swift, weights as [inputs, units].
"""

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

torch.set_default_dtype(torch.float64)
O, S = torch.optim, torch.optim.lr_scheduler
ROWS, EPOCHS = 10, 8


def noise(seed):
    """TestNumbers of KernelFixtures.swift."""
    state = (seed * 0x9E3779B97F4A7C15 + 1) % 2**64
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 33 & 0xFFFFFF) / 8388608 - 1


def numbers(seed, *shape):
    stream = noise(seed)
    return torch.tensor([next(stream) for _ in range(int(torch.tensor(shape).prod()))]).reshape(shape)


X, Y = numbers(2, ROWS, 2), numbers(3, ROWS, 1)


def model():
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
    first = numbers(4, 13)
    with torch.no_grad():
        net[0].weight.copy_(first[:6].reshape(2, 3).T)
        net[0].bias.copy_(first[6:9])
        net[2].weight.copy_(first[9:12].reshape(3, 1).T)
        net[2].bias.copy_(first[12:])
    return net


def flat(net):
    return [*net[0].weight.T.flatten(), *net[0].bias, *net[2].weight.T.flatten(), *net[2].bias]


def weights_and_biases(net, decay):
    named = list(net.named_parameters())
    return [
        dict(params=[p for n, p in named if n.endswith("weight")], weight_decay=decay),
        dict(params=[p for n, p in named if n.endswith("bias")], weight_decay=0),
    ]


def train(make, schedule=None, unit="step", clip=None, l1=0, proximal=0, ema=None, parts=1):
    net = model()
    optimizer = make(net)
    scheduler = schedule(optimizer) if schedule else None
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(ema)) if ema else None
    norm = None
    for _ in range(EPOCHS):
        starts = list(range(0, ROWS, 2))
        for group in [starts[i : i + parts] for i in range(0, len(starts), parts)]:
            optimizer.zero_grad()
            for i in group:
                loss = torch.nn.functional.mse_loss(net(X[i : i + 2]), Y[i : i + 2])
                (loss / len(group)).backward()
            if l1:
                (l1 * sum(p.abs().sum() for p in net.parameters())).backward()
            if clip:
                norm = clip(net.parameters())
            rate = optimizer.param_groups[0]["lr"]
            optimizer.step()
            if proximal:
                with torch.no_grad():
                    for p in net.parameters():
                        p.copy_(p.sign() * (p.abs() - rate * proximal).clamp(min=0))
            if average:
                average.update_parameters(net)
            if scheduler and unit == "step":
                scheduler.step()
        if scheduler and unit == "epoch":
            scheduler.step()
    return flat(net), flat(average.module) if average else [], norm


def sgd(rate, momentum=0.9, **options):
    return lambda net: O.SGD(net.parameters(), lr=rate, momentum=momentum, **options)


class OneCycle(S.OneCycleLR):
    """Without the error at the step after the last update."""

    def step(self, *_):
        if self.last_epoch + 1 < self.total_steps:
            super().step()


def one_cycle(rate, total):
    return lambda o: OneCycle(o, rate, total)


def by_norm(limit):
    return lambda p: float(torch.nn.utils.clip_grad_norm_(p, limit))


CASES = [
    (
        "SGD(momentum: 0.9)", 0.1, "", "UpdateOptions(clipping: .norm(0.05))",
        train(sgd(0.1), clip=by_norm(0.05)),
    ),
    ("SGD()", 0.1, "", "UpdateOptions(clipping: .norm(100))", train(sgd(0.1, 0), clip=by_norm(100))),
    (
        "SGD(momentum: 0.9)", 0.1, "", "UpdateOptions(clipping: .value(0.05))",
        train(sgd(0.1), clip=lambda p: torch.nn.utils.clip_grad_value_(p, 0.05)),
    ),
    (
        "SGD(momentum: 0.9)", 0.1, "", "UpdateOptions(accumulation: 2)",
        train(sgd(0.1), parts=2),
    ),
    (
        "Adam()", 0.05, "", "UpdateOptions(averaging: 0.9)",
        train(lambda n: O.Adam(n.parameters(), lr=0.05), ema=0.9),
    ),
    (
        "AdamW(weightDecay: 0.5)", 0.05, "",
        "UpdateOptions(regularization: Regularization(onlyWeights: true))",
        train(lambda n: O.AdamW(weights_and_biases(n, 0.5), lr=0.05)),
    ),
    (
        "SGD(momentum: 0.9)", 0.1, "",
        "UpdateOptions(regularization: Regularization(l2: 0.1, onlyWeights: true))",
        train(lambda n: O.SGD(weights_and_biases(n, 0.1), lr=0.1, momentum=0.9)),
    ),
    (
        "Adam()", 0.05, "", "UpdateOptions(regularization: Regularization(decoupled: 0.5))",
        train(lambda n: O.AdamW(n.parameters(), lr=0.05, weight_decay=0.5)),
    ),
    (
        "Adam()", 0.05, "", "UpdateOptions(layerRates: [0.1])",
        train(lambda n: O.Adam([dict(params=n[0].parameters(), lr=0.005),
                                dict(params=n[2].parameters())], lr=0.05)),
    ),
    (
        "RMSProp()", 0.01, "",
        "UpdateOptions(clipping: .norm(0.5), regularization: Regularization(l1: 0.05))",
        train(lambda n: O.RMSprop(n.parameters(), lr=0.01), clip=by_norm(0.5), l1=0.05),
    ),
    (
        "SGD(momentum: 0.9)", 0.1, "",
        "UpdateOptions(regularization: Regularization(proximalL1: 0.2))",
        train(sgd(0.1), proximal=0.2),
    ),
    (
        "SGD(momentum: 0.9)", 0.2, ".oneCycle(total: 40)", "UpdateOptions()",
        train(sgd(0.2), one_cycle(0.2, 40)),
    ),
    (
        "Adam()", 0.1, ".oneCycle(total: 24)", "UpdateOptions(accumulation: 2)",
        train(lambda n: O.Adam(n.parameters(), lr=0.1), one_cycle(0.1, 24), parts=2),
    ),
    (
        "SGD(momentum: 0.9)", 0.1, ".cosine(over: 8)", "UpdateOptions(clipping: .norm(0.3))",
        train(sgd(0.1), lambda o: S.CosineAnnealingLR(o, 8), "epoch", clip=by_norm(0.3)),
    ),
]


def rows(numbers, indent):
    text, line = "", indent
    for number in numbers:
        word = f"{float(number):.9g}, "
        if len(line + word) > 100:
            text += line.rstrip() + "\n"
            line = indent
        line += word
    return text + line.rstrip() + "\n" if numbers else ""


version = torch.__version__.split("+")[0]
print(f"// Made by Tests/NeuralNetTests/References/updates.py with PyTorch {version}.")
print()
print("@testable import NeuralNet")
print()
print("extension UpdateTests {")
print("  /// Parameters after eight epochs, their averages, and the last norm before clipping.")
print("  static let references: [Reference] = [")
for optimizer, rate, schedule, options, (parameters, averages, norm) in CASES:
    print("    Reference(")
    print(f"      optimizer: {optimizer}, learningRate: {rate}, schedule: {schedule or '.constant'},")
    print(f"      updates: {options},")
    print("      parameters: [\n" + rows(parameters, "        ") + "      ],")
    print("      averages: [\n" + rows(averages, "        ") + "      ],")
    print(f"      norm: {f'{norm:.9g}' if isinstance(norm, float) else 'nil'}),")
print("  ]")
print("}")
