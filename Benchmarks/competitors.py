"""The competitors: what each is called, what it can run, and the command that runs it."""

import pathlib
import statistics
import sys
from dataclasses import dataclass

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
ALL = ("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8")


@dataclass(frozen=True)
class Competitor:
    """One column of the table."""

    name: str
    workloads: tuple
    program: str = ""
    extra: tuple = ()
    # Further options, of which the fastest are kept.
    variants: tuple = ((),)

    def command(self, nnbench, workload, threads, variant, steps, rounds):
        numbers = ["--threads", str(threads), "--steps", str(steps), "--rounds", str(rounds)]
        if not self.program:
            return [nnbench, workload, *numbers]
        return [sys.executable, str(PEERS / self.program), workload, *numbers, *self.extra, *variant]

    def times(self, output):
        """Median and best, in microseconds a step: nnbench prints both, a peer every round."""
        if not self.program:
            _, _, median, best, *_ = output.split()
            return float(median), float(best)
        rounds = [float(line) for line in output.splitlines() if line.replace(".", "").isdigit()]
        return statistics.median(rounds), min(rounds)


COMPETITORS = (
    Competitor("nnbook", ALL),
    Competitor("JAX jit", ALL, "jax_scan.py", variants=((), ("--unroll", "4"))),
    Competitor("PyTorch", ALL, "pytorch.py"),
    Competitor("PyTorch compile", ALL, "pytorch.py", ("--compiled",)),
    Competitor("scikit-learn", ("W1", "W2", "W4"), "sklearn_mlp.py"),
)
