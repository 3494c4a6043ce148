import NeuralNet
import Plotting

extension AttentionStudy {
  /// Both matrices beside each other; and for drawn vectors the entropy against their width.
  var figures: [Figure] {
    get throws(ExperimentError) {
      draws > 0 ? [weightsFigure, try entropyFigure] : [weightsFigure]
    }
  }

  private var weightsFigure: Figure {
    let bar = ColourBar("weight", ramp: .sequential, labels: ["0", "0.5", "1"])
    return Figure(
      "weights", width: .text,
      rows: [
        .init([map(scaled, "Scaled by √\(width)"), map(unscaled, "Not scaled")]),
        .init([.colourBar(bar, entries: isCausal ? [.nothing("hidden")] : [])]),
      ],
      caption: "How much each word (row) looks at which (column), with scores divided by "
        + "√\(width) and without. Every row sums to 1; weights of 0.1 and more are written out.",
      table: weightsTable)
  }

  private func map(_ weights: AttentionWeights, _ title: Text) -> Panel {
    var values: [Double] = []
    for query in tokens.indices {
      for key in tokens.indices {
        values.append(weights.isMasked(query, key) ? .nan : weights.weight(query, key))
      }
    }
    return .heatMap(
      HeatMap(
        title, remark: "mean entropy \(weights.entropy(), decimals: 2)", rowTitle: "query",
        columnTitle: "key", rowLabels: tokens, columnLabels: tokens, values: values, range: 0...1,
        hiddenBelow: 0.1), cell: 32, width: 304)
  }

  private var weightsTable: Table {
    var table = Table([
      .words("Query"), .words("Key"), .numbers("Scaled", decimals: 4),
      .numbers("Not scaled", decimals: 4),
    ])
    for query in tokens.indices {
      for key in tokens.indices where !scaled.isMasked(query, key) {
        table.rows.append([
          .text(tokens[query]), .text(tokens[key]), .number(scaled.weight(query, key)),
          .number(unscaled.weight(query, key)),
        ])
      }
    }
    return table
  }
}

// MARK: - Entropy against width

extension AttentionStudy {
  private static let widths = [1, 2, 4, 8, 16, 32, 64, 128, 256]

  private var entropyFigure: Figure {
    get throws(ExperimentError) {
      var (scaled, unscaled): ([[Double]], [[Double]]) = ([], [])
      for width in Self.widths {
        scaled.append(try entropies(width: width, isScaled: true))
        unscaled.append(try entropies(width: width, isScaled: false))
      }
      return Figure(
        "entropy", width: .text, rows: [.init([.plot(entropyPlot(scaled, unscaled))])],
        caption: "The wider the vectors, the larger their products: without the division a word "
          + "ends by looking at one other only. Lines are medians over \(draws) draws of queries "
          + "and keys, bands hold the middle half.",
        table: Table(
          [
            .numbers("d_k", decimals: 0), .numbers("Scaled", decimals: 4),
            .numbers("Not scaled", decimals: 4),
          ],
          rows: Self.widths.indices.map {
            [
              .number(Double(Self.widths[$0])), .number(Statistics.median(scaled[$0])),
              .number(Statistics.median(unscaled[$0])),
            ]
          }))
    }
  }

  private func entropyPlot(_ scaled: [[Double]], _ unscaled: [[Double]]) -> Plot {
    let x = Self.widths.map { Double($0) }
    func marks(_ draws: [[Double]], _ style: Style, _ label: Text) -> [Mark] {
      let halves = draws.map { Statistics.middleHalf($0) }
      return [
        .band(
          x: x, lower: halves.map { $0.lower }, upper: halves.map { $0.upper }, style: style
        ).named(label),
        .line(x: x, y: draws.map { Statistics.median($0) }, style: style, label: label),
      ]
    }
    let medians = unscaled.map { Statistics.median($0) }
    return Plot(
      title: "Mean entropy of attention against the width of queries and keys",
      summary: "Scaled: " + .course(of: scaled.map { Statistics.median($0) }, at: x, unit: "d_k")
        + " Not scaled: " + .course(of: medians, at: x, unit: "d_k")
        + " Equal weights: \(mostEntropy, digits: 3).",
      x: Axis("d, numbers in a query and in a key", scale: .log),
      y: Axis("Mean entropy", unit: "nats", includesZero: true),
      marks: marks(unscaled, .category(2), "not scaled") + marks(scaled, .category(0), "scaled")
        + [.rule(y: mostEntropy, label: "equal weights")])
  }
}
