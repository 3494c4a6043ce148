"""The table of growth: time and memory of nnbook's steps as one quantity doubles five times.

The exponent is the slope of a straight line through the logarithms of the last four points, where
fixed costs no longer count: 1 is proportional, 2 is quadratic.
"""

import math
import statistics
import subprocess
from collections import defaultdict


def report(nnbench):
    output = subprocess.run(
        [nnbench, "growth", "--rounds", "7"], check=True, capture_output=True, text=True
    ).stdout
    points = defaultdict(list)
    for quantity, *numbers in (line.split("\t") for line in output.splitlines()):
        points[quantity].append([float(number) for number in numbers])
    print("| quantity | from | to | µs a step | exponent | MB | exponent |")
    print("| --- | ---: | ---: | --- | ---: | --- | ---: |")
    for quantity, rows in points.items():
        values, times, sizes = zip(*rows)
        print(
            f"| {quantity} | {values[0]:.0f} | {values[-1]:.0f} "
            f"| {times[0]:.0f} … {times[-1]:.0f} | {exponent(values, times):.2f} "
            f"| {sizes[0]:.2f} … {sizes[-1]:.2f} | {exponent(values, sizes):.2f} |"
        )
    print(flush=True)


def exponent(values, results):
    x = [math.log(value) for value in values[-4:]]
    y = [math.log(result) for result in results[-4:]]
    return statistics.linear_regression(x, y).slope
