"""Runs modules that nnbook wrote and compares their output with nnbook's.

For each NAME.py in the folder there are NAME.safetensors, which the module loads, and NAME.npz with
`input` and `output`. PyTorchRoundTripTests writes them and runs this.
"""

import pathlib
import sys

import numpy
import torch


def main(folder):
    failures = 0
    for path in sorted(pathlib.Path(folder).glob("*.py")):
        module = {}
        exec(compile(path.read_text(), path.name, "exec"), module)
        model = module["model"].eval()
        arrays = numpy.load(path.with_suffix(".npz"))
        with torch.no_grad():
            output = model(torch.from_numpy(arrays["input"])).numpy()
        expected = arrays["output"]
        same_shape = output.shape == expected.shape
        scale = max(1e-3, abs(expected).max())
        error = abs(output - expected).max() / scale if same_shape else float("nan")
        failures += not error < 1e-5
        print(f"{path.stem}: {list(output.shape)}, relative error {error:.1e}")
    return failures


sys.exit(1 if main(sys.argv[1]) else 0)
