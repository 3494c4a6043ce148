"""Whole processes: a notebook through nnbook, the same experiments through Jupyter.

    compare_reports.py NNBOOK

Each tool is run several times, in turns; medians are printed. nnbook computes everything every time.
Jupyter is run by the Python that runs this file, and its first run, which fills Python's own
caches, is not counted.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import processes

HERE = pathlib.Path(__file__).resolve().parent
NOTEBOOK = HERE.parent / "Notebooks" / "first-look.md"
TEXT_NOTEBOOK = "# Words\n\nNothing is computed here.\n\n" + "A paragraph with *emphasis*.\n\n" * 40


def render(nnbook, notebook):
    """One run of nnbook, and the size of the report."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "report.html"
        usage = processes.run([nnbook, "render", notebook, "-o", output, "--quiet"])
        return usage, output.stat().st_size


def execute(notebook, folder):
    """One run of Jupyter, from the notebook to HTML."""
    return processes.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--execute"]
        + ["--output-dir", folder, notebook],
        # jupyter looks for its commands on the PATH.
        {"PATH": f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("nnbook", help="the release executable")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        peer = f"{folder}/peer.ipynb"
        subprocess.run(
            [sys.executable, HERE / "first_look" / "make_peer_notebook.py", peer], check=True
        )
        text = pathlib.Path(folder) / "text.md"
        text.write_text(TEXT_NOTEBOOK)

        execute(peer, folder)
        ours, theirs, words = [], [], []
        for _ in range(options.runs):
            usage, size = render(options.nnbook, NOTEBOOK)
            ours.append(usage)
            theirs.append(execute(peer, folder))
            words.append(render(options.nnbook, text)[0])

    ours, theirs, words = map(processes.median, (ours, theirs, words))
    print(f"first-look   {'seconds':>9} {'MB':>7}")
    print(f"  nnbook     {ours.seconds:9.3f} {ours.megabytes:7.0f}   report {size / 1000:.0f} kB")
    print(f"  Jupyter    {theirs.seconds:9.3f} {theirs.megabytes:7.0f}")
    print(f"  ratio      {theirs.seconds / ours.seconds:9.1f} "
          f"{theirs.megabytes / ours.megabytes:7.1f}")
    print(f"text only    {words.seconds * 1000:6.1f} ms {words.megabytes:7.0f}")


if __name__ == "__main__":
    main()
