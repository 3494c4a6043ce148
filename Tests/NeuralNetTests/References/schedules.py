"""Writes ScheduleReferences.swift: PyTorch's learning rates over the range of each schedule.

    python schedules.py > ../Schedules/ScheduleReferences.swift

The rate and, where it changes, the momentum before each of the updates 1, 2, 3 ...
"""

import torch

torch.set_default_dtype(torch.float64)
S = torch.optim.lr_scheduler


def warmup(o, following):
    """SequentialLR of a warm-up and another schedule."""
    first = S.LinearLR(o, start_factor=0.1, total_iters=4)
    return S.SequentialLR(o, [first, following(o)], milestones=[4])


def noam(t, width=512, warmup=4):
    n = t + 1
    return width**-0.5 * min(n**-0.5, n * warmup**-1.5)


CASES = [
    (".step(every: 3)", 0.1, 12, lambda o: S.StepLR(o, 3)),
    (".step(every: 2, gamma: 0.5, unit: .step)", 0.1, 9, lambda o: S.StepLR(o, 2, 0.5)),
    (".multiStep(at: [3, 8], gamma: 0.2)", 0.1, 12, lambda o: S.MultiStepLR(o, [3, 8], 0.2)),
    (".exponential(gamma: 0.9)", 0.1, 12, lambda o: S.ExponentialLR(o, 0.9)),
    (".cosine(over: 4)", 0.1, 6, lambda o: S.CosineAnnealingLR(o, 4)),
    (".cosine(over: 10, minimum: 0.01)", 0.1, 11, lambda o: S.CosineAnnealingLR(o, 10, 0.01)),
    (".cosineRestarts(first: 5)", 0.1, 17, lambda o: S.CosineAnnealingWarmRestarts(o, 5)),
    (
        ".cosineRestarts(first: 2, factor: 2, minimum: 0.001)",
        0.1,
        20,
        lambda o: S.CosineAnnealingWarmRestarts(o, 2, 2, 0.001),
    ),
    (".oneCycle(total: 10)", 0.1, 10, lambda o: S.OneCycleLR(o, 0.1, 10)),
    (
        ".oneCycle(total: 25, share: 0.4, isLinear: true, momentum: (0.9, 0.7), divisor: 10, "
        "finalDivisor: 100)",
        0.1,
        25,
        lambda o: S.OneCycleLR(
            o, 0.1, 25, pct_start=0.4, anneal_strategy="linear", base_momentum=0.7,
            max_momentum=0.9, div_factor=10, final_div_factor=100
        ),
    ),
    (
        ".oneCycle(total: 20, threePhases: true)",
        0.1,
        20,
        lambda o: S.OneCycleLR(o, 0.1, 20, three_phase=True),
    ),
    (".warmup()", 0.1, 8, lambda o: S.LinearLR(o)),
    (
        ".warmup(over: 4, from: 0.1, then: .cosine(over: 8))",
        0.1,
        12,
        lambda o: warmup(o, lambda o: S.CosineAnnealingLR(o, 8)),
    ),
    (
        ".warmup(over: 4, from: 0.1, then: .exponential(gamma: 0.8))",
        0.1,
        12,
        lambda o: warmup(o, lambda o: S.ExponentialLR(o, 0.8)),
    ),
    (".inverseSquareRoot(warmup: 4)", 1.0, 16, lambda o: S.LambdaLR(o, noam)),
]

# Losses that fall, stay, rise a little and fall again.
METRICS = [1, 0.9, 0.9, 0.95, 0.89995, 0.91, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.4, 0.41, 0.42] + [
    0.43
] * 8
PLATEAUS = [
    ("Plateau(patience: 2)", dict(patience=2)),
    ("Plateau(factor: 0.5, patience: 1, cooldown: 2)", dict(factor=0.5, patience=1, cooldown=2)),
    (
        "Plateau(patience: 0, threshold: 0.05, isRelative: false, minimumRate: 0.005)",
        dict(patience=0, threshold=0.05, threshold_mode="abs", min_lr=0.005),
    ),
    (
        "Plateau(mode: .maximum, factor: 0.3, patience: 3, threshold: 0.01)",
        dict(mode="max", factor=0.3, patience=3, threshold=0.01),
    ),
    (
        "Plateau(mode: .maximum, patience: 4, threshold: 0.01, isRelative: false)",
        dict(mode="max", patience=4, threshold=0.01, threshold_mode="abs"),
    ),
]


def optimizer(rate):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate, momentum=0.5)


def rows(numbers, indent):
    text, line = "", indent
    for number in numbers:
        word = f"{number:.9g}, "
        if len(line + word) > 100:
            text += line.rstrip() + "\n"
            line = indent
        line += word
    return text + line.rstrip() + "\n"


version = torch.__version__.split("+")[0]
print(f"// Made by Tests/NeuralNetTests/References/schedules.py with PyTorch {version}.")
print()
print("@testable import NeuralNet")
print()
print("extension ScheduleTests {")
print("  static let references: [Reference] = [")
for code, rate, count, make in CASES:
    o = optimizer(rate)
    scheduler = make(o)
    rates, momenta = [], []
    for t in range(count):
        rates.append(o.param_groups[0]["lr"])
        momenta.append(o.param_groups[0]["momentum"])
        o.step()
        if t + 1 < count:
            scheduler.step()
    print("    Reference(")
    print(f"      schedule: {code}, base: {rate},")
    print("      rates: [\n" + rows(rates, "        ") + "      ],")
    changes = any(m != 0.5 for m in momenta)
    if changes:
        print("      momenta: [\n" + rows(momenta, "        ") + "      ]),")
    else:
        print("      momenta: nil),")
print("  ]")
print()
print("  /// What is watched, epoch by epoch.")
print("  static let watched: [Double] = [\n" + rows(METRICS, "    ") + "  ]")
print()
print("  static let plateaus: [PlateauReference] = [")
for code, options in PLATEAUS:
    o = optimizer(0.1)
    scheduler = S.ReduceLROnPlateau(o, **options)
    rates = []
    for metric in METRICS:
        scheduler.step(metric)
        rates.append(o.param_groups[0]["lr"])
    print("    PlateauReference(")
    print(f"      rule: {code},")
    print("      rates: [\n" + rows(rates, "        ") + "      ]),")
print("  ]")
print("}")
