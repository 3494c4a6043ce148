"""Records PyTorch's losses, with their options and reductions, and their gradients.

    python -m venv torch && torch/bin/pip install torch==2.13.0
    torch/bin/python Tests/NeuralNetTests/References/losses.py

The gradient is that of the sum of the result, so of the result itself unless nothing is reduced.
Numbers are float64, rounded to nine digits.
"""

import json
import pathlib

import torch
from torch.nn import functional as F

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
cases = []


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


def record(name, function, prediction, target, **options):
    """`options` are those of nnbook; `function` knows what they are for PyTorch."""
    prediction, target = torch.tensor(numbers(prediction)).reshape(prediction.shape), target
    for reduction in ["mean", "sum", "none"]:
        y = prediction.clone().requires_grad_(True)
        loss = function(y, target, reduction)
        loss.sum().backward()
        cases.append({
            "name": name, "options": options, "reduction": reduction,
            "shape": list(prediction.shape), "targetShape": list(target.shape),
            "prediction": numbers(prediction), "target": numbers(target.double()),
            "loss": numbers(loss), "gradient": numbers(y.grad),
        })


def real(*shape):
    return torch.randn(shape) * 2


y, t = real(4, 3), torch.tensor(numbers(real(4, 3))).reshape(4, 3)
record("mse", lambda y, t, r: F.mse_loss(y, t, reduction=r), y, t)
record("mae", lambda y, t, r: F.l1_loss(y, t, reduction=r), y, t)
for delta in [1, 0.7]:
    record("huber", lambda y, t, r: F.huber_loss(y, t, reduction=r, delta=delta), y, t, delta=delta)
    record("smoothL1", lambda y, t, r: F.smooth_l1_loss(y, t, reduction=r, beta=delta), y, t,
           beta=delta)

bits = torch.tensor([[0, 1, 0.5], [1, 1, 0], [0, 0, 0.25], [1, 0, 1]])
w, p = torch.tensor([0.5, 2.0, 1.25]), torch.tensor([3.0, 0.5, 1.0])
bce = F.binary_cross_entropy_with_logits
record("bce", lambda y, t, r: bce(y, t, reduction=r), y, bits)
record("bce", lambda y, t, r: bce(y, t, weight=w, reduction=r), y, bits, weights=w.tolist())
record("bce", lambda y, t, r: bce(y, t, pos_weight=p, reduction=r), y, bits,
       positiveWeights=p.tolist())
record("bce", lambda y, t, r: bce(y, t, weight=w, pos_weight=p, reduction=r), y, bits,
       weights=w.tolist(), positiveWeights=p.tolist())
one = torch.tensor([3.0])
record("bce", lambda y, t, r: bce(y, t, pos_weight=one, reduction=r), y[:, :1], bits[:, :1],
       positiveWeights=[3.0])

signs = torch.tensor([[1, -1, 1], [-1, -1, 1], [1, 1, -1], [-1, 1, 1]]).double()


def hinge(y, t, reduction):
    losses = torch.relu(1 - t * y)
    return {"mean": losses.mean(), "sum": losses.sum(), "none": losses}[reduction]


record("hinge", hinge, y, signs)

z, classes = real(5, 4), torch.tensor([2, 0, 3, 3, 1])
padded = torch.tensor([2, -100, 3, -100, 1])
weights = torch.tensor([0.5, 1.5, 2.0, 0.25])
ce = F.cross_entropy
for target in [classes, padded]:
    record("crossEntropy", lambda y, t, r: ce(y, t, reduction=r), z, target)
    record("crossEntropy", lambda y, t, r: ce(y, t, weight=weights, reduction=r), z, target,
           classWeights=weights.tolist())
    record("crossEntropy", lambda y, t, r: ce(y, t, label_smoothing=0.1, reduction=r), z, target,
           labelSmoothing=0.1)
    record("crossEntropy",
           lambda y, t, r: ce(y, t, weight=weights, label_smoothing=0.3, reduction=r), z, target,
           classWeights=weights.tolist(), labelSmoothing=0.3)
record("crossEntropy", lambda y, t, r: ce(y, t, ignore_index=3, reduction=r), z, classes, ignoring=3)
record("crossEntropy", lambda y, t, r: ce(y.transpose(1, 2), t, weight=weights, reduction=r),
       real(2, 3, 4), torch.tensor([[0, 3, -100], [1, 1, 2]]), classWeights=weights.tolist())

margins = F.multi_margin_loss
record("multiClassHinge", lambda y, t, r: margins(y, t, reduction=r), z, classes)
record("multiClassHinge", lambda y, t, r: margins(y, t, margin=0.5, weight=weights, reduction=r), z,
       classes, margin=0.5, classWeights=weights.tolist())

text = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
path = pathlib.Path(__file__).parent / "losses.json"
path.write_text(f'{{"torch":"{torch.__version__}","cases":[\n{text}\n]}}\n')
print(len(cases), "cases")
