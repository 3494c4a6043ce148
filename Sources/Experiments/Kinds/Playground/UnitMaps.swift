import NeuralNet
import Plotting

/// What each hidden unit says at the points of the plane; without any, what the inputs say.
enum UnitMaps {
  /// Points down and across.
  static let rows = 24
  static let columns = 32

  /// The activations of all hidden units, or the features, one array each, over the plane; empty
  /// without one.
  static func values(
    _ network: Network, _ features: [PlaneFeature], over grid: AnswerGrid
  ) -> [[Float]] {
    guard case .map(let region) = grid.kind else { return [] }
    let points = region.points(rows: rows, columns: columns)
    let inputs = PlaneFeature.rows(features, of: points)
    let trace = network.trace(inputs, count: points.count / 2)
    let hidden = DenseStage.stages(of: network).dropLast()
    guard !trace.layers.isEmpty else { return [] }
    if hidden.isEmpty { return columns(of: inputs, features.count) }
    return hidden.flatMap { columns(of: trace.layers[$0.a].output, $0.outputs) }
  }

  private static func columns(of values: [Float], _ count: Int) -> [[Float]] {
    (0..<count).map { column in
      stride(from: column, to: values.count, by: count).map { values[$0] }
    }
  }

  /// A unit as a picture: from its lowest to its highest value, from paper to ink, the top row first.
  static func image(_ values: [Float], label: Text) -> ImageGrid.Image {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let range = high > low ? high - low : 1
    var pixels: [Float] = []
    pixels.reserveCapacity(values.count)
    for row in (0..<rows).reversed() {
      for column in 0..<columns { pixels.append((values[row * columns + column] - low) / range) }
    }
    return ImageGrid.Image(
      pixels: pixels, label: label,
      remark: "\(Double(low), digits: 2)…\(Double(high), digits: 2)")
  }
}
