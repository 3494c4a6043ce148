import NeuralNet

/// What a network is told of a point of the plane.
enum PlaneFeature: Int, CaseIterable, Sendable {
  case x
  case y
  case xSquared
  case ySquared
  case product
  case sineOfX
  case sineOfY

  /// As notebooks write them.
  static let names: [Experiments.Name] = ["x", "y", "x2", "y2", "xy", "sin-x", "sin-y"]

  func value(_ x: Float, _ y: Float) -> Float {
    switch self {
    case .x: return x
    case .y: return y
    case .xSquared: return x * x
    case .ySquared: return y * y
    case .product: return x * y
    case .sineOfX: return Float.sin(3 * x)
    case .sineOfY: return Float.sin(3 * y)
    }
  }

  /// The features of points, `[points, features]` row-major.
  static func rows(_ features: [PlaneFeature], of points: [Float]) -> [Float] {
    var rows: [Float] = []
    rows.reserveCapacity(points.count / 2 * features.count)
    for point in stride(from: 0, to: points.count, by: 2) {
      for feature in features { rows.append(feature.value(points[point], points[point + 1])) }
    }
    return rows
  }
}
