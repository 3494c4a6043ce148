"""Records what a PyTorch module computes, for the tests of layers: one JSON file a case.

A case holds the input, the module's parameters and buffers, the output, and the gradients of
`mean((output - target)²)`. Activations are written in nnbook's layout, in which channels come last;
parameters in PyTorch's, under PyTorch's names. Numbers are float32, rounded to nine digits.

    python -m venv torch && torch/bin/pip install torch==2.13.0 numpy
    torch/bin/python Tests/NeuralNetTests/References/layers_dense.py
"""

import json
import pathlib

import torch

FOLDER = pathlib.Path(__file__).parent / "layers"


def channels_last(tensor):
    """[N, C, *spatial] as [N, *spatial, C]."""
    return tensor.movedim(1, -1) if tensor.dim() >= 3 else tensor


def as_it_is(tensor):
    return tensor


def values(tensor, layout=as_it_is):
    tensor = layout(tensor.detach())
    return {
        "shape": list(tensor.shape) or [1],
        "values": [float(f"{x:.9g}") for x in tensor.flatten().tolist()],
    }


def record(name, module, input, layout=as_it_is, output_layout=None, evaluating=False, forward=None):
    """Runs `module` and writes layers/NAME.json.

    `layout` brings the input into nnbook's layout, `output_layout` the output (default the same);
    `forward` runs the module if a plain call does not do. The names of the parameters are those of
    `torch.nn.Sequential(module)`, as layers of nnbook are parts of a model, unless it is one.
    """
    output_layout = output_layout or layout
    model = module if isinstance(module, torch.nn.Sequential) else torch.nn.Sequential(module)
    model.train(not evaluating)
    before = {key: values(tensor) for key, tensor in model.state_dict().items()}
    if input.is_floating_point():
        input = input.clone().requires_grad_(True)
    output = forward(module, input) if forward else model(input)
    target = torch.randn_like(output)
    loss = torch.nn.functional.mse_loss(output, target)
    loss.backward()
    case = {
        "torch": torch.__version__,
        "evaluating": evaluating,
        "input": values(input, layout),
        "parameters": before,
        "output": values(output, output_layout),
        "target": values(target, output_layout),
        "loss": loss.item(),
        "gradients": {
            key: values(parameter.grad)
            for key, parameter in model.named_parameters()
            if parameter.grad is not None
        },
        "after": {key: values(buffer) for key, buffer in model.named_buffers()},
    }
    if input.requires_grad:
        case["inputGradient"] = values(input.grad, layout)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(case, separators=(",", ":")) + "\n")
    print(name, list(output.shape))
