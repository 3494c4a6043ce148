"""Every competitor on every workload, in turns; prints the tables of docs/performance.md.

    bench.py NNBENCH PRODUCTS [--quick] [--workloads W1 W4 …] [--rounds N]

The first round tries each competitor with one thread and with two, and JAX with its loop unrolled
and not; the best is then kept. A competitor that fails or takes longer than a minute is named and
left out.
"""

import argparse

import growth
import products
import workloads
from competitors import COMPETITORS


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nnbench", help="the release executable")
    parser.add_argument("products", help="the executable of Benchmarks/products")
    parser.add_argument("--quick", action="store_true", help="two rounds, W1, W2 and W4 only")
    parser.add_argument("--workloads", nargs="+", choices=list(workloads.STEPS))
    parser.add_argument("--rounds", type=int, help="default 5")
    options = parser.parse_args()
    names = options.workloads or (["W1", "W2", "W4"] if options.quick else list(workloads.STEPS))
    rounds = options.rounds or (2 if options.quick else 5)

    workloads.report(COMPETITORS, options.nnbench, names, rounds)
    products.report(options.products, 1 if options.quick else 3)
    if not options.quick:
        growth.report(options.nnbench)


if __name__ == "__main__":
    main()
