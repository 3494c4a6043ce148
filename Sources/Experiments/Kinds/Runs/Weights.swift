import NeuralNet
import Plotting

extension Experiment {
  /// How training changed the weights of a network.
  public static let weights = Experiment(
    "weights", "the weights of a {train} block's network before and after training",
    section: "9 Weight initialization",
    options: [.run],
    metrics: [
      ("mean[n]", "mean of weight matrix n after training, counted from 1"),
      ("deviation[n]", "its standard deviation, √(Σ (w − mean)² / count)"),
      ("zeros[n]", "share of its numbers that are exactly 0"),
      ("change[n]", "‖after − before‖ / ‖before‖"),
    ]
  ) { options, context throws(ExperimentError) in
    let study = try context.trainingStudy(options)
    var home = context.runs[0].context
    home.kernels = context.kernels
    let all = WeightMatrix.all(of: study, before: try study.initialValues(home))
    guard !all.isEmpty else {
      throw .conflict("the network has no weights", at: options.place("run"))
    }
    var figures = [WeightMatrix.histograms(all)]
    if let pictures = study.weightPictures { figures.append(pictures) }
    return ExperimentResult(
      metrics: all.enumerated().flatMap { $0.element.metrics(number: $0.offset + 1) },
      figures: figures)
  }
}

/// One weight matrix before and after training.
private struct WeightMatrix {
  let name: Text
  let before: [Float]
  let after: [Float]

  static func all(of study: TrainingStudy, before: [[Float]]) -> [WeightMatrix] {
    study.parameters.indices.filter { study.parameters[$0].role == .weight }.map { index in
      WeightMatrix(
        name: Text(study.parameters[index].name), before: before[index],
        after: study.values[index])
    }
  }

  var mean: Double { doubles(after).reduce(0, +) / Double(after.count) }

  var deviation: Double {
    let mean = mean
    let squares = doubles(after).reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(after.count)).squareRoot()
  }

  private var zeros: Double {
    Double(after.filter { $0 == 0 }.count) / Double(after.count)
  }

  private var change: Double {
    var (difference, start) = (0.0, 0.0)
    for (old, new) in zip(before, after) {
      difference += (Double(new) - Double(old)) * (Double(new) - Double(old))
      start += Double(old) * Double(old)
    }
    return (difference / start).squareRoot()
  }

  func metrics(number: Int) -> [Metric] {
    [
      Metric("mean[\(number)]", mean), Metric("deviation[\(number)]", deviation),
      Metric("zeros[\(number)]", zeros, .percent), Metric("change[\(number)]", change),
    ]
  }
}

// MARK: - Histograms

extension WeightMatrix {
  /// The most matrices that are drawn; more are in the table.
  private static let limit = 6
  private static let bins = 32

  static func histograms(_ all: [WeightMatrix]) -> Figure {
    let shown = Array(all.prefix(limit))
    let size = Plot.Size(of: shown.count)
    let rows = stride(from: 0, to: shown.count, by: 3).map { first in
      Figure.Row(shown[first..<min(first + 3, shown.count)].map { .plot($0.plot(size)) })
    }
    return Figure(
      "weights", width: shown.count > 1 ? .wide : .text, rows: rows,
      caption: "How the weights of each layer are spread after training (bars) and were before "
        + "it (line).",
      table: table(all))
  }

  private func plot(_ size: Plot.Size) -> Plot {
    let edges = edges
    return Plot(
      title: "Weights of \(name)",
      summary:
        "\(after.count) weights: mean \(mean, digits: 2), deviation \(deviation, digits: 2).",
      size: size, x: Axis("weight"), y: Axis(name, unit: "count"),
      marks: [
        .histogram(edges: edges, counts: counts(after, edges)),
        .steps(x: edges, y: counts(before, edges) + [0], style: .ink),
      ], key: [.area(.category(0), "after training"), .line(.ink, "before")])
  }

  /// Bins over all finite values of both.
  private var edges: [Double] {
    let finite = doubles(before + after).filter { $0.isFinite }
    let low = finite.min() ?? -1
    let high = max(finite.max() ?? 1, low + 1e-9)
    return Grid.linear(from: low, to: high, count: Self.bins + 1)
  }

  private func counts(_ values: [Float], _ edges: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: Self.bins)
    let (low, high) = (edges[0], edges[Self.bins])
    for value in doubles(values) where value.isFinite {
      let place = (value - low) / (high - low) * Double(Self.bins)
      counts[min(Self.bins - 1, max(0, Int(place)))] += 1
    }
    return counts
  }

  private static func table(_ all: [WeightMatrix]) -> Table {
    Table(
      [
        .words("Weights"), .numbers("Count", decimals: 0), .numbers("Mean"),
        .numbers("Deviation"), .numbers("Zeros", decimals: 4), .numbers("Relative change"),
      ],
      rows: all.map { matrix in
        [
          .text(matrix.name), .number(Double(matrix.after.count)), .number(matrix.mean),
          .number(matrix.deviation), .number(matrix.zeros), .number(matrix.change),
        ]
      })
  }
}

// MARK: - Pictures

extension TrainingStudy {
  /// The weights of the first units of a dense layer that reads pictures, as pictures; nil for others.
  fileprivate var weightPictures: Figure? {
    let size = training.imageWidth * training.imageHeight
    guard size > 1, size == training.featureCount, let first = parameters.first,
      first.role == .weight, first.shape.rank == 2, first.shape[0] == size
    else { return nil }
    let units = first.shape[1]
    let images = (0..<min(18, units)).map { unit in
      let weights = (0..<size).map { values[0][$0 * units + unit] }
      return ImageGrid.Image(pixels: Self.shades(weights), label: "unit \(unit + 1)")
    }
    let grid = ImageGrid(
      "What the first units look for", remark: "dark: positive weight",
      imageWidth: training.imageWidth, imageHeight: training.imageHeight, images: images,
      columns: 6)
    return Figure(
      "units", width: .text, rows: [.init([.imageGrid(grid)])],
      caption: "The weights with which the first \(images.count) of \(units) units read a picture.",
      table: Table([]))
  }

  /// Weights as brightness, zero in the middle.
  private static func shades(_ weights: [Float]) -> [Float] {
    let largest = weights.reduce(Float(1e-12)) { max($0, $1.magnitude) }
    return weights.map { 0.5 + 0.5 * $0 / largest }
  }
}
