"""Training steps: nnbench and JAX in turns, medians and ratios.

    compare_steps.py NNBENCH

Both print lines of `name threads median best label`, in microseconds per step; peers_jax.py says
what is timed.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys

PEER = pathlib.Path(__file__).resolve().parent / "peers_jax.py"


def times(command):
    """Median and best of each line, by the line's name."""
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    fields = [line.split() for line in lines]
    return {name: (float(median), float(best)) for name, _, median, best, *_ in fields}


def summary(rounds, name):
    """The median of the medians, and the best of all."""
    return statistics.median(r[name][0] for r in rounds), min(r[name][1] for r in rounds)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("nnbench", help="the release executable")
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()

    ours, theirs = [], []
    for _ in range(options.rounds):
        ours.append(times([options.nnbench, "W1", "W2"]))
        theirs.append(times([sys.executable, PEER]))

    print(f"{'µs a step, median and best':<28} {'nnbook':>15} {'JAX':>15} {'ratio':>13}")
    for name in theirs[0]:
        engine, peer = summary(ours, name), summary(theirs, name)
        print(
            f"{name:<28} {engine[0]:7.2f} {engine[1]:7.2f} {peer[0]:7.2f} {peer[1]:7.2f} "
            f"{peer[0] / engine[0]:6.1f} {peer[1] / engine[1]:6.1f}"
        )


if __name__ == "__main__":
    main()
