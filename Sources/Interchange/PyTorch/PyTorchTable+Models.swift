import NeuralNet

extension PyTorchTable {
  /// Layers with models within them.
  static let models: [String: PyTorchRule] = [
    "residual": PyTorchRule(
      layout: { _ in nil },
      module: { site, writer throws(InterchangeError) in
        try site.container(writer.use(.residual), site.layer.branches, &writer)
      }),
    "parallel": PyTorchRule(
      layout: { _ in nil },
      module: { site, writer throws(InterchangeError) in
        let name = writer.use(.parallel)
        var lines = try site.container(name, site.layer.branches, &writer)
        let axis = site.layout == .first && site.x.rank > 2 ? "1" : "-1"
        lines.insert("    axis=\(axis),", at: lines.count - 1)
        return lines
      }),
    "repeated": PyTorchRule(
      layout: { _ in nil },
      module: { site, writer throws(InterchangeError) in
        let body = site.layer.branches[0], times = site.count(0)
        guard site.count(1) == 0 else {
          var lines = try site.container(writer.use(.repeated), [body], &writer)
          lines.insert("    times=\(times),", at: lines.count - 1)
          return lines
        }
        return try site.chain(body, times: times, &writer)
      }),
  ]
}

extension PyTorchSite {
  /// `name(nn.Sequential(…), nn.Sequential(…))`.
  fileprivate func container(
    _ name: String, _ branches: [[Layer]], _ writer: inout PyTorchWriter
  ) throws(InterchangeError) -> [String] {
    var lines = ["\(name)("]
    for branch in branches {
      lines += try inner(branch, x, &writer)
    }
    return lines + [")"]
  }

  /// One model after the other, each with weights of its own; the first may change the shape.
  fileprivate func chain(
    _ body: [Layer], times: Int, _ writer: inout PyTorchWriter
  ) throws(InterchangeError) -> [String] {
    var lines = ["nn.Sequential("], input = x
    for _ in 0..<times {
      lines += try inner(body, input, &writer)
      input = try PyTorchWriter.shapes(body, input).last ?? input
    }
    return lines + [")"]
  }

  private func inner(
    _ layers: [Layer], _ input: Shape, _ writer: inout PyTorchWriter
  ) throws(InterchangeError) -> [String] {
    var block = try writer.block("nn.Sequential", layers, input: input, layout)
    block[block.count - 1] += ","
    return block.map { "    " + $0 }
  }
}
