"""The table of workloads: a step's time and a whole process's, all competitors in turns."""

import statistics
import subprocess
from dataclasses import dataclass

import processes

# Steps in a round: about a tenth of a second for the slowest.
STEPS = {"W1": 400, "W2": 1000, "W3": 40, "W4": 100, "W5": 20, "W6": 20, "W7": 2, "W8": 10}
ROUNDS_IN_PROCESS = 3
SECONDS_AT_MOST = 60


def report(competitors, nnbench, names, rounds):
    print("| workload | competitor | threads | µs a step, median | best | process, s | MB |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name in names:
        runners = [c for c in competitors if name in c.workloads]
        results = measure(runners, nnbench, name, rounds)
        for row in rows(name, results):
            print(row, flush=True)
    print()


def measure(runners, nnbench, workload, rounds):
    """For each competitor its settings and its runs; None where it failed."""
    results = {}
    for runner in runners:
        settings = [(t, v) for t in (1, 2) for v in runner.variants]
        trials = {s: attempt(runner, nnbench, workload, *s) for s in settings}
        trials = {s: trial for s, trial in trials.items() if trial}
        best = min(trials, key=lambda s: trials[s].median, default=None)
        results[runner.name] = (best, [trials[best]]) if best else None
    for _ in range(rounds - 1):
        for runner in runners:
            result = results[runner.name]
            if result and (again := attempt(runner, nnbench, workload, *result[0])):
                result[1].append(again)
    return results


@dataclass(frozen=True)
class Run:
    """One process: microseconds a step, median and best of its rounds, and what it took."""

    median: float
    best: float
    usage: processes.Usage


def attempt(runner, nnbench, workload, threads, variant):
    command = runner.command(
        nnbench, workload, threads, variant, STEPS[workload], ROUNDS_IN_PROCESS
    )
    try:
        usage = processes.run(command, limits(threads), SECONDS_AT_MOST)
        return Run(*runner.times(usage.output), usage)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None


def limits(threads):
    """The environment that keeps every library to so many threads."""
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    return {name: str(threads) for name in names}


def rows(workload, results):
    ours = results.get("nnbook")
    base = median_time(ours[1]) if ours else None
    for name, result in results.items():
        if result is None:
            yield f"| {workload} | {name} | – | did not run | | | |"
            continue
        (threads, _), runs = result
        time, usage = median_time(runs), processes.median([run.usage for run in runs])
        ratio = f" ({time / base:.1f}×)" if base and name != "nnbook" else ""
        yield (
            f"| {workload} | {name} | {threads} | {time:.1f}{ratio} "
            f"| {min(run.best for run in runs):.1f} "
            f"| {usage.seconds:.2f} | {usage.megabytes:.0f} |"
        )


def median_time(runs):
    return statistics.median(run.median for run in runs)
