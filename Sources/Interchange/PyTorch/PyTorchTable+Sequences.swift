import NeuralNet

extension PyTorchTable {
  /// Layers of sequences `[batch, time, features]`.
  static let sequences: [String: PyTorchRule] = [
    "embedding": .line(.last, .tokens) { "\($1)(nn.Embedding(\($0.count(0)), \($0.count(1))))" },
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
