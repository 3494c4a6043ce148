"""The table of matrix products on one core: nnbook, NumPy (OpenBLAS) and PyTorch, in turns."""

import os
import subprocess
import sys
import time

import numpy as np

# rows x depth x columns of the workloads' layers, with A or B read transposed.
SHAPES = (
    "64x784x256:NN 784x64x256:TN 64x256x128:NN 256x64x128:TN 64x128x256:NT 64x128x10:NN "
    "128x64x10:TN 64x10x128:NT 200x2x16:NN 200x16x16:NN 16x200x16:TN 200x16x16:NT 10x16x16:NN "
    "32x512x512:NN 512x32x512:TN 32x512x512:NT 256x512x2048:NN 512x256x2048:TN 256x2048x512:NT "
    "1024x1024x1024:NN 1024x1024x1024:TN 1024x1024x1024:NT 7744x72x16:NN 32x64x256:NN "
    "32x256x64:NT"
).split()


def report(executable, rounds):
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(rates([executable, *SHAPES]))
        theirs.append(rates([sys.executable, __file__]))
    peak = best(ours, "peak")
    print(f"GFLOP/s on one core, best; peak of multiplications and additions {peak[0]:.0f}")
    print("| product | nnbook | of peak | NumPy | PyTorch |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for shape in SHAPES:
        (engine,), peers = best(ours, shape)[:1], best(theirs, shape)
        others = " | ".join(f"{rate:.0f}" for rate in peers)
        print(f"| {shape} | {engine:.0f} | {100 * engine / peak[0]:.0f} % | {others} |")
    print(flush=True)


def rates(command):
    """The numbers of each line, by its name."""
    limit = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    output = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **limit}
    ).stdout
    lines = [line.split() for line in output.splitlines()]
    return {name: [float(x) for x in numbers] for name, *numbers in lines if name != "kernels"}


def best(rounds, name):
    return [max(numbers) for numbers in zip(*(r[name] for r in rounds))]


def rate(run, operations):
    """The best of some rounds, in time of this thread alone."""
    calls = 1
    while seconds(run, calls) < 0.003:
        calls *= 2
    return max(operations * calls / seconds(run, calls) * 1e-9 for _ in range(9))


def seconds(run, calls):
    start = time.thread_time()
    for _ in range(calls):
        run()
    return time.thread_time() - start


def peers():
    import torch

    torch.set_num_threads(1)
    for shape in SHAPES:
        size, transposed = shape.split(":")
        m, k, n = map(int, size.split("x"))
        a = np.random.rand(*((k, m) if transposed[0] == "T" else (m, k))).astype(np.float32)
        b = np.random.rand(*((n, k) if transposed[1] == "T" else (k, n))).astype(np.float32)
        a, b = (x.T if t == "T" else x for x, t in zip((a, b), transposed))
        out = np.empty((m, n), np.float32)
        tensors = torch.from_numpy(a), torch.from_numpy(b), torch.empty(m, n)
        numpy_rate = rate(lambda: np.matmul(a, b, out=out), 2 * m * k * n)
        torch_rate = rate(lambda: torch.mm(*tensors[:2], out=tensors[2]), 2 * m * k * n)
        print(shape, f"{numpy_rate:.1f} {torch_rate:.1f}", flush=True)


if __name__ == "__main__":
    peers()
