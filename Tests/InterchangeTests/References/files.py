"""Writes files.json: small files of NumPy, PyTorch and safetensors in base64, with what is in them.

    python -m venv torch && torch/bin/pip install torch==2.13.0 numpy safetensors
    torch/bin/python Tests/InterchangeTests/References/files.py
"""

import base64
import io
import json
import pathlib

import numpy
import safetensors
import safetensors.torch
import torch

NUMBERS = [0.0, 1.0, -2.5, 100.0, 0.15625, -3.0]


def entry(data, arrays):
    return {
        "bytes": base64.b64encode(data).decode(),
        "arrays": {
            name: {"shape": list(a.shape), "values": [float(x) for x in a.flatten().tolist()]}
            for name, a in arrays.items()
        },
    }


def npy(array, version=None):
    file = io.BytesIO()
    numpy.lib.format.write_array(file, array, version=version)
    return entry(file.getvalue(), {"array": array})


def npz(save, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return entry(file.getvalue(), arrays)


def tensors(tensors, metadata=None):
    return entry(safetensors.torch.save(tensors, metadata), tensors)


def npy_files():
    files = {}
    for code in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
        numbers = [abs(x) for x in NUMBERS] if code[0] == "u" else NUMBERS
        for order in "<>" if code[1] != "1" else "<":
            array = numpy.array(numbers).astype(order + code).reshape(2, 3)
            files[f"npy {order}{code}"] = npy(array)
    grid = numpy.arange(24, dtype="f4").reshape(2, 3, 4)
    files["npy fortran"] = npy(numpy.asfortranarray(grid))
    files["npy 2.0"] = npy(grid, (2, 0))
    files["npy 3.0"] = npy(grid, (3, 0))
    files["npy scalar"] = npy(numpy.array(7.5))
    files["npy empty"] = npy(numpy.zeros((0, 3), "f4"))
    return files


def main():
    torch.manual_seed(1)
    a, b = numpy.arange(6, dtype="f4").reshape(2, 3), numpy.array([1.5, 2.5])
    model = torch.nn.Sequential(
        torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2, bias=False)
    )
    grid = torch.tensor(NUMBERS).reshape(2, 3)
    kinds = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.uint8]
    types = {str(kind)[6:]: grid.abs().to(kind) for kind in kinds}
    types["scalar"] = torch.tensor(3)
    types["empty"] = torch.zeros(0, 2)
    files = npy_files() | {
        "npz stored": npz(numpy.savez, a=a, b=b),
        "npz deflated": npz(numpy.savez_compressed, a=a, b=b, ones=numpy.ones(3000)),
        "safetensors types": tensors(types, {"made by": 'a "test"\nfür 2 Zeilen'}),
        "safetensors model": tensors(model.state_dict(), {"format": "pt"}),
    }
    x = torch.tensor([[0.5, -1.0, 2.0]])
    files["safetensors model"]["input"] = x.flatten().tolist()
    files["safetensors model"]["output"] = model(x).flatten().tolist()
    versions = {m.__name__: m.__version__ for m in [torch, numpy, safetensors]}
    path = pathlib.Path(__file__).parent / "files.json"
    path.write_text(json.dumps({"versions": versions, "files": files}, indent=0) + "\n")
    print(path, path.stat().st_size, "bytes")


main()
