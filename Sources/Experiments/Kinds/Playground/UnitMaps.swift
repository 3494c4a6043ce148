import NeuralNet
import Plotting

/// What each hidden unit says at the points of the plane.
enum UnitMaps {
  /// Points down and across.
  static let rows = 24
  static let columns = 32

  /// The activations of all hidden units, one array a unit, over the plane; empty without one.
  static func values(
    _ network: Network, _ features: [PlaneFeature], over grid: AnswerGrid
  ) -> [[Float]] {
    guard case .map(let region) = grid.kind else { return [] }
    let points = region.points(rows: rows, columns: columns)
    let trace = network.trace(
      PlaneFeature.rows(features, of: points), count: points.count / 2)
    guard !trace.layers.isEmpty else { return [] }
    return DenseStage.stages(of: network).dropLast().flatMap { stage in
      let layer = trace.layers[stage.a].output
      return (0..<stage.outputs).map { unit in
        stride(from: unit, to: layer.count, by: stage.outputs).map { layer[$0] }
      }
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
