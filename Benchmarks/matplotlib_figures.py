#!/usr/bin/env python3
"""Three figures of Notebooks/gallery.md made with matplotlib, for docs/gallery.md to compare.

    nnbook render Notebooks/gallery.md -o /tmp/gallery.html
    python3 Benchmarks/matplotlib_figures.py /tmp/gallery.html /tmp/compared

writes curves, map and confusion as SVG and PNG and prints their sizes beside nnbook's. The numbers of the curves and
of the confusion matrix are read from the report's own tables; the map shows a network of the same size, trained here.
"""

import csv
import io
import html
import os
import re
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def table(page, label):
    """The rows of a figure's data, as Copy CSV gives them."""
    start = page.index(f'id="{label}"')
    text = re.search(r'<pre class="csv" hidden>(.*?)</pre>', page[start:], re.S).group(1)
    return list(csv.reader(io.StringIO(html.unescape(text))))


def drawings(page, label):
    """The bytes of each SVG of a figure."""
    start = page.index(f'id="{label}"')
    end = page.find('<div class="figure', start + 20)
    return [len(svg) for svg in re.findall(r"<svg.*?</svg>", page[start:end], re.S)]


def curves(page):
    """Final losses over the rates on two log axes: median and the range of the seeds."""
    rows = [[float(cell) if cell else np.nan for cell in row[:4]] for row in table(page, "fig-sweep")[1:]]
    rate, median, low, high = np.array(rows).T
    figure, axes = plt.subplots(figsize=(640 / 96, 368 / 96), dpi=96)
    axes.fill_between(rate, low, high, alpha=0.2)
    axes.plot(rate, median, marker="o")
    axes.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="loss after 60 epochs")
    best = np.nanargmin(median)
    axes.annotate(f"best {rate[best]:g}", (rate[best], median[best]))
    for value in rate[np.isnan(median)]:
        axes.axvline(value, color="red", linestyle="--")
    return figure


def confusion(page):
    """Counts in cells, shaded by the share of their row."""
    rows = table(page, "fig-confusion")
    names, counts = rows[0][1:], np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
    figure, axes = plt.subplots(figsize=(300 / 96, 262 / 96), dpi=96)
    axes.imshow(np.sqrt(counts / counts.sum(1, keepdims=True)), cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        if count:
            axes.text(column, row, f"{count:g}", ha="center", va="center",
                      color="white" if row == column else "black")
    axes.set(xticks=range(len(names)), xticklabels=names, yticks=range(len(names)), yticklabels=names,
             xlabel="predicted", ylabel="true")
    return figure


def moons(count, noise, seed):
    random = np.random.default_rng(seed)
    angle = random.uniform(0, np.pi, count)
    label = np.arange(count) % 2
    points = np.where(label[:, None] == 0, np.c_[np.cos(angle), np.sin(angle)],
                      np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)])
    return points + noise * random.normal(size=points.shape), label


def trained(points, labels, units=16, steps=800, rate=0.5):
    """A 2-16-1 tanh network by gradient descent; returns its logit."""
    random = np.random.default_rng(1)
    w, b = random.normal(0, 1, (2, units)), np.zeros(units)
    v, c = random.normal(0, 0.25, units), 0.0
    for _ in range(steps):
        hidden = np.tanh(points @ w + b)
        error = (1 / (1 + np.exp(-(hidden @ v + c))) - labels) / len(labels)
        back = error[:, None] * v * (1 - hidden**2)
        v, c = v - rate * hidden.T @ error, c - rate * error.sum()
        w, b = w - rate * points.T @ back, b - rate * back.sum(0)
    return lambda p: np.tanh(p @ w + b) @ v + c


def decision_map(_):
    points, labels = moons(140, 0.22, 3)
    logit = trained(points, labels)
    x, y = np.meshgrid(np.linspace(-1.8, 2.8, 92), np.linspace(-1.5, 1.9, 70))
    z = 1 / (1 + np.exp(-logit(np.c_[x.ravel(), y.ravel()]).reshape(x.shape)))
    figure, axes = plt.subplots(figsize=(283 / 96, 262 / 96), dpi=96)
    filled = axes.contourf(x, y, z, levels=[0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1], cmap="RdBu")
    axes.contour(x, y, z, levels=[0.5], colors="black")
    axes.scatter(*points.T, c=labels, cmap="RdBu", edgecolor="white", s=20)
    figure.colorbar(filled)
    return figure


def main():
    page = open(sys.argv[1], encoding="utf-8").read()
    folder = sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    print(f"matplotlib {matplotlib.__version__}")
    print("figure      matplotlib SVG  drawn in   nnbook SVGs")
    for name, make, label in [
        ("curves", curves, "fig-sweep"), ("map", decision_map, "fig-units"),
        ("confusion", confusion, "fig-confusion"),
    ]:
        start = time.perf_counter()
        figure = make(page)
        path = os.path.join(folder, name)
        figure.savefig(path + ".svg")
        seconds = time.perf_counter() - start
        figure.savefig(path + ".png")
        print(f"{name:10}  {os.path.getsize(path + '.svg'):10,} B  {seconds * 1000:6.0f} ms  "
              + ", ".join(f"{size:,} B" for size in drawings(page, label)))


main()
