"""Wall time and peak memory of whole processes."""

import os
import signal
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """What a run took, seconds from start to end and the most memory one process held, in MB; and
    what it printed."""

    seconds: float
    megabytes: float
    output: str = ""


def run(command, environment=None, seconds_at_most=600):
    """Runs a command to its end; raises CalledProcessError, with its output, if it fails.

    A command that takes too long is ended, with all that it started, and so fails. The memory is
    that of the largest process: the command or one that it waited for.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    ) as process:
        limit = threading.Timer(seconds_at_most, os.killpg, (process.pid, signal.SIGKILL))
        limit.start()
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Usage(seconds, usage.ru_maxrss / 1000, output.decode(errors="replace"))


def median(usages):
    """The median time and the median memory of several runs."""
    return Usage(
        statistics.median(usage.seconds for usage in usages),
        statistics.median(usage.megabytes for usage in usages),
    )
