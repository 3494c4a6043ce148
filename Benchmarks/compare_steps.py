"""Training steps: nnbench and JAX in turns, medians and ratios.

    compare_steps.py NNBENCH

Both print lines of `name median best`, in microseconds per step; peers_jax.py says what is timed.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys

PEER = pathlib.Path(__file__).resolve().parent / "peers_jax.py"


def medians(command):
    """The median that each line names, by the line's name."""
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    fields = [line.split() for line in lines]
    return {name: float(median) for name, median, _ in fields}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("nnbench", help="the release executable")
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()

    ours, theirs = [], []
    for _ in range(options.rounds):
        ours.append(medians([options.nnbench]))
        theirs.append(medians([sys.executable, PEER]))

    print(f"{'µs a step':<10} {'nnbook':>8} {'JAX':>8} {'ratio':>6}")
    for name in theirs[0]:
        engine = statistics.median(round[name] for round in ours)
        peer = statistics.median(round[name] for round in theirs)
        print(f"{name:<10} {engine:8.2f} {peer:8.2f} {peer / engine:6.1f}")


if __name__ == "__main__":
    main()
