/// The shape at a data point, the second cue beside a category's colour.
enum Marker: Sendable {
  case circle, square, triangle, diamond, triangleDown, plus, pentagon, hexagon

  /// In the order of the categories.
  static let all: [Marker] = [
    .circle, .square, .triangle, .diamond, .triangleDown, .plus, .pentagon, .hexagon,
  ]

  /// The corners around the middle, at the size of a marker of 8 px; none for a circle.
  private var corners: [(Double, Double)] {
    switch self {
    case .circle: []
    case .square: [(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)]
    case .triangle: [(0, -4.6), (4.4, 3.2), (-4.4, 3.2)]
    case .triangleDown: [(0, 4.6), (4.4, -3.2), (-4.4, -3.2)]
    case .diamond: [(0, -4.8), (4.8, 0), (0, 4.8), (-4.8, 0)]
    case .plus:
      [
        (-1.4, -4.2), (1.4, -4.2), (1.4, -1.4), (4.2, -1.4), (4.2, 1.4), (1.4, 1.4), (1.4, 4.2),
        (-1.4, 4.2), (-1.4, 1.4), (-4.2, 1.4), (-4.2, -1.4), (-1.4, -1.4),
      ]
    case .pentagon: [(0, -4.6), (4.4, -1.4), (2.7, 3.7), (-2.7, 3.7), (-4.4, -1.4)]
    case .hexagon: [(-4.2, 0), (-2.1, -3.7), (2.1, -3.7), (4.2, 0), (2.1, 3.7), (-2.1, 3.7)]
    }
  }

  /// Adds the shape around a point; `size` 1 is 8 px wide.
  func add(to path: inout Path, _ x: Double, _ y: Double, size: Double = 1) {
    let corners = corners
    guard let first = corners.first else {
      return addCircle(to: &path, x, y, radius: 4 * size)
    }
    path.move(x + first.0 * size, y + first.1 * size)
    for corner in corners.dropFirst() { path.line(x + corner.0 * size, y + corner.1 * size) }
    path.close()
  }

  /// A circle of four cubic curves, off by less than 0.03 % of the radius.
  private func addCircle(to path: inout Path, _ x: Double, _ y: Double, radius r: Double) {
    let k = 0.5523 * r
    path.move(x - r, y)
    path.curve(x - r, y - k, x - k, y - r, x, y - r)
    path.curve(x + k, y - r, x + r, y - k, x + r, y)
    path.curve(x + r, y + k, x + k, y + r, x, y + r)
    path.curve(x - k, y + r, x - r, y + k, x - r, y)
    path.close()
  }
}
