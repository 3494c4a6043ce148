"""Writes the experiments of Notebooks/first-look.md as a Jupyter notebook for PyTorch.

    make_peer_notebook.py OUTPUT.ipynb

It is what a user who knows PyTorch and matplotlib well would write for the same page: the same
networks, sample counts, rates, seeds and epochs, and the same figures. Each cell stands in
peer_cells/ as a Python file, in the order of their names.
"""

import pathlib
import sys

import nbformat


def main():
    cells = sorted((pathlib.Path(__file__).parent / "peer_cells").glob("*.py"))
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.read_text(), id=cell.stem) for cell in cells]
    )
    nbformat.write(notebook, sys.argv[1])


if __name__ == "__main__":
    main()
