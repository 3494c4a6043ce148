"""Records one step of PyTorch's sequence-to-sequence models, and what they write after it.

    python -m venv torch && torch/bin/pip install torch==2.13.0
    torch/bin/python Tests/NeuralNetTests/References/sequence_to_sequence.py

Everything is computed in float64 and rounded to nine digits; parameters are in PyTorch's layout.
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)
VOCABULARY, WIDTH, UNITS = 5, 3, 4


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


class Half(nn.Module):
    def __init__(self, rnn, layers, writes):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.rnn = rnn(WIDTH, UNITS, num_layers=layers, batch_first=True)
        if writes:
            self.output = nn.Linear(UNITS, VOCABULARY)


def case(name, rnn, layers):
    model = nn.ModuleDict({"encoder": Half(rnn, layers, False), "decoder": Half(rnn, layers, True)})
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.tensor(numbers(parameter * 3)).reshape(parameter.shape))
    before = {key: numbers(value) for key, value in model.state_dict().items()}
    encoder, decoder = model["encoder"], model["decoder"]
    source = torch.randint(VOCABULARY, (3, 4))
    target = torch.randint(1, VOCABULARY, (3, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    _, states = encoder.rnn(encoder.embedding(source))
    previous = torch.cat([torch.zeros(3, 1, dtype=torch.long), target[:, :-1]], dim=1)
    logits = decoder.output(decoder.rnn(decoder.embedding(previous), states)[0])
    loss = F.cross_entropy(logits.transpose(1, 2), target)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 0.3)
    optimizer.step()
    after = {key: numbers(value) for key, value in model.state_dict().items()}
    written, token = [], torch.zeros(3, 1, dtype=torch.long)
    with torch.no_grad():
        _, states = encoder.rnn(encoder.embedding(source))
        for _ in range(6):
            y, states = decoder.rnn(decoder.embedding(token), states)
            token = decoder.output(y).argmax(dim=2)
            written.append(token)
    print(name, loss.item(), norm.item(), torch.cat(written, dim=1).tolist())
    return {"name": name, "layers": layers, "parameters": before, "source": numbers(source.double()),
            "target": numbers(target.double()), "loss": loss.item(), "after": after,
            "written": numbers(torch.cat(written, dim=1).double())}


cases = [case("rnn", nn.RNN, 1), case("lstm", nn.LSTM, 2), case("gru", nn.GRU, 1)]
path = pathlib.Path(__file__).parent / "sequence_to_sequence.json"
path.write_text(json.dumps({"torch": torch.__version__, "cases": cases}, separators=(",", ":")) + "\n")
