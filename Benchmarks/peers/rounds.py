"""What all peers share: their command line, and the timing of rounds of steps."""

import argparse
import time


def arguments(description):
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("workload")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("--unroll", type=int, default=1)
    return parser.parse_args()


def report(run, options):
    """Calls run(steps) once to warm up and then once a round, and prints microseconds a step."""
    run(options.steps)
    for _ in range(options.rounds):
        start = time.perf_counter()
        run(options.steps)
        print((time.perf_counter() - start) * 1e6 / options.steps, flush=True)
