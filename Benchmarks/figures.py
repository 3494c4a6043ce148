#!/usr/bin/env python3
"""Size and time of pages with many figures: `python3 Benchmarks/figures.py PATH/TO/nnbook`.

Renders notebooks of 60 and of 1,000 figures twice each: the second time every result comes from the store, so that
it is the time of reading, composing and writing the page alone.
"""

import os
import subprocess
import sys
import tempfile
import time

CURVES = """```{{lr-sweep}}
#| label: fig-{0}
data: {{moons: {{samples: 100, noise: 0.2}}}}
layers: [2, 8, 1]
rates: {{log: [0.001, 10, 8]}}
seeds: 3
epochs: 60
seed: {0}
```
"""
MAP = """```{{train}}
#| label: fig-{0}
data: {{moons: {{samples: 140, noise: 0.2}}}}
layers: [2, 12, 1]
optimizer: {{adam: 0.02}}
epochs: 40
seed: {0}
```
"""
LINES = """```{{plot}}
#| label: fig-{0}
x: {{linear: x}}
y: {{linear: y}}
marks:
  - line: {{y: "sin(x) * {0}", label: sine}}
  - line: {{y: "tanh(x) * {0}", label: tanh}}
```
"""


def notebook(count):
    # A {train} block on two features has two figures: curves and a map.
    kinds = [CURVES, MAP, LINES]
    blocks, figures = [], 0
    while figures < count:
        kind = kinds[len(blocks) % 3]
        blocks.append(kind.format(len(blocks) + 1))
        figures += 2 if kind is MAP and figures + 1 < count else 1
    return "---\ntitle: Many figures\n---\n\n" + "\n".join(blocks)


def render(program, path):
    start = time.perf_counter()
    subprocess.run([program, "render", path, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    program = os.path.abspath(sys.argv[1])
    for count in 60, 1000:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "many.md")
            with open(path, "w", encoding="utf-8") as file:
                file.write(notebook(count))
            first = render(program, path)
            stored = min(render(program, path) for _ in range(3))
            page = os.path.join(folder, "many.html")
            with open(page, encoding="utf-8") as file:
                figures = file.read().count("<figcaption>")
            size = os.path.getsize(page)
            print(f"{figures} figures: run and rendered in {first:.2f} s, rendered from the store in "
                  f"{stored * 1000:.0f} ms, {size / 1e6:.2f} MB")


main()
