import NeuralNet

extension PyTorchTable {
  /// Layers of sequences `[batch, time, features]`.
  static let sequences: [String: PyTorchRule] = [
    "embedding": .line(.last, .tokens) { "\($1)(nn.Embedding(\($0.count(0)), \($0.count(1))))" },
    "attention": .line(.last, .selfAttention) {
      let dropout = $0.layer.numbers[2] == 0 ? "" : ", dropout=\($0.number(2))"
      let causal = $0.count(1) == 0 ? "" : ", causal=True"
      return "\($1)(\($0.inputs), \($0.count(0))\(dropout)\($0.bias(3))\(causal))"
    },
    "transformerEncoder": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer throws(InterchangeError) in
        let module = try site.transformerEncoder(&writer)
        return [site.count(4) == 0 ? module : "\(writer.use(.causal))(\(module))"]
      }),
    "rnn": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in
        let function = site.count(1) == 0 ? "" : ", nonlinearity=\"relu\""
        return [site.recurrent("nn.RNN", from: 2, dropout: 5, function, &writer)]
      }),
    "lstm": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in [site.recurrent("nn.LSTM", from: 1, dropout: 5, "", &writer)] }),
    "gru": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in [site.recurrent("nn.GRU", from: 1, dropout: 4, "", &writer)] }),
    "positions": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in
        let time = site.x.rank == 3 ? site.x[1] : site.x[0]
        let length = site.count(1) == 0 ? time : site.count(1)
        return site.count(0) == 1
          ? ["\(writer.use(.learnedPositions))(\(length), \(site.inputs))"]
          : ["\(writer.use(.sinusoidalPositions))()"]
      }),
  ]
}

extension PyTorchSite {
  /// PyTorch's layers give a sequence and states: a hook picks one of them.
  ///
  /// - Parameters:
  ///   - layers: where the number of layers stands; behind it whether both directions are read. What
  ///     is handed on stands before the dropout.
  fileprivate func recurrent(
    _ name: String, from layers: Int, dropout: Int, _ function: String,
    _ writer: inout PyTorchWriter
  ) -> String {
    let drop = layer.numbers[dropout] == 0 ? "" : ", dropout=\(number(dropout))"
    let directions = count(layers + 1) == 0 ? "" : ", bidirectional=True"
    let module =
      "\(name)(\(inputs), \(count(0))\(option("num_layers", layers, default: 1))\(function), "
      + "batch_first=True\(drop)\(directions))"
    return count(dropout - 1) == 0
      ? "\(writer.use(.sequence))(\(module))"
      : "\(writer.use(.lastState))(\(module))"
  }

  /// PyTorch's own block; the activation is the layer in the only branch.
  fileprivate func transformerEncoder(
    _ writer: inout PyTorchWriter
  ) throws(InterchangeError) -> String {
    var function = ""
    if let activation = layer.branches.first?.first, activation != .relu {
      let inner = PyTorchSite(layer: activation, x: x, y: x, layout: .last)
      guard let rule = PyTorchTable.rules[activation.name.string] else {
        throw .notInPyTorch(layer: activation.name.string, index: 0)
      }
      function = ", activation=\(try rule.module(inner, &writer).joined())"
    }
    return "nn.TransformerEncoderLayer(\(inputs), \(count(0)), dim_feedforward=\(count(1)), "
      + "dropout=\(number(2))\(function), batch_first=True"
      + (count(3) == 0 ? ")" : ", norm_first=True)")
  }
}
