import Plotting

extension BackwardPass {
  /// How long the gradient of each layer's parameters is.
  var normFigure: Figure {
    let stages = given.stages
    let names = stages.indices.map { DenseStage.name($0, of: stages.count) }
    let norms = stages.indices.map { gradientNorm(of: $0) }
    var summary = Text()
    for (number, name) in names.enumerated() {
      summary += number > 0 ? ", " : ""
      summary += "\(name): \(norms[number], digits: 3)"
    }
    let plot = Plot(
      title: "Length of the gradient of each layer", summary: summary + ".",
      size: .lyingBars(names.count),
      x: Axis("gradient", unit: "length of ∂L/∂W and ∂L/∂b together", includesZero: true),
      y: Axis("Layer", scale: .category(names)),
      marks: [.bars(norms)])
    let rows = names.indices.map { [Table.Cell.text(names[$0]), .number(norms[$0])] }
    return Figure(
      "norms", width: .text, rows: [.init([.plot(plot)])],
      caption: "How much of the blame reaches each layer: the Euclidean length of the gradient "
        + "of its weights and biases.",
      table: Table([.words("Layer"), .numbers("Gradient length", decimals: 6)], rows: rows))
  }
}
