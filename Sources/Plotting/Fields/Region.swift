/// A rectangle of the plane that a map shows, in the units of the data.
public struct Region: Sendable, Equatable {
  /// The left end.
  public var left: Double
  /// The right end, above `left`.
  public var right: Double
  /// The lower end.
  public var bottom: Double
  /// The upper end, above `bottom`.
  public var top: Double

  /// A rectangle by its ends, which are put in order; ends that are equal are moved apart.
  public init(x: (Double, Double), y: (Double, Double)) {
    (left, right) = Region.ordered(x)
    (bottom, top) = Region.ordered(y)
  }

  /// The rectangle of a map's shape around points, with a margin on all sides.
  ///
  /// Both axes get the same scale, so that circles stay circles.
  ///
  /// - Parameters:
  ///   - margin: as a share of the points' larger extent; default 0.15.
  ///   - aspect: width over height; default that of a decision map's plot.
  public init(
    coveringX x: [Double], y: [Double], margin: Double = 0.15, aspect: Double = 283.0 / 214
  ) {
    var horizontal = Extent()
    var vertical = Extent()
    horizontal.add(x)
    vertical.add(y)
    guard !horizontal.isEmpty, !vertical.isEmpty else {
      self.init(x: (-aspect, aspect), y: (-1, 1))
      return
    }
    let spanX = horizontal.upper - horizontal.lower
    let spanY = vertical.upper - vertical.lower
    let room = 2 * margin * max(spanX, spanY)
    let height = max(spanY + room, (spanX + room) / aspect, 1e-9)
    let middleX = (horizontal.lower + horizontal.upper) / 2
    let middleY = (vertical.lower + vertical.upper) / 2
    self.init(
      x: (middleX - height * aspect / 2, middleX + height * aspect / 2),
      y: (middleY - height / 2, middleY + height / 2))
  }

  /// The points of a grid over it, row by row from the bottom, as `x₀ y₀ x₁ y₁ …`: what a network
  /// of two inputs predicts to fill a ``ScalarField``.
  public func points(rows: Int, columns: Int) -> [Float] {
    var points: [Float] = []
    points.reserveCapacity(max(0, 2 * rows * columns))
    for row in 0..<max(0, rows) {
      let y = bottom + (top - bottom) * Double(row) / Double(max(1, rows - 1))
      for column in 0..<max(0, columns) {
        points.append(Float(left + (right - left) * Double(column) / Double(max(1, columns - 1))))
        points.append(Float(y))
      }
    }
    return points
  }

  private static func ordered(_ ends: (Double, Double)) -> (Double, Double) {
    guard ends.0.isFinite, ends.1.isFinite else { return (0, 1) }
    guard ends.0 != ends.1 else { return (ends.0 - 0.5, ends.1 + 0.5) }
    return (min(ends.0, ends.1), max(ends.0, ends.1))
  }
}
