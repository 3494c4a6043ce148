"""Wall time and peak memory of whole processes."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """What a run took: seconds from start to end, and the most memory one process held, in MB."""

    seconds: float
    megabytes: float


def run(command, environment=None):
    """Runs a command to its end; raises CalledProcessError, with its output, if it fails.

    The memory is that of the largest process: the command or one that it waited for.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
    ) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Usage(seconds, usage.ru_maxrss / 1000)


def median(usages):
    """The median time and the median memory of several runs."""
    return Usage(
        statistics.median(usage.seconds for usage in usages),
        statistics.median(usage.megabytes for usage in usages),
    )
