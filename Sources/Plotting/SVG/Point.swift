/// A place in a drawing, in CSS pixels with y downwards.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, scale: Double) -> Point { Point(x: a.x * scale, y: a.y * scale) }

  /// The distance to the nearest point of the straight line from `a` to `b`.
  func distance(from a: Point, to b: Point) -> Double {
    let direction = b - a
    let square = direction.x * direction.x + direction.y * direction.y
    guard square > 0 else { return (self - a).length }
    let offset = self - a
    let share = (offset.x * direction.x + offset.y * direction.y) / square
    return (offset - direction * max(0, min(1, share))).length
  }
}

/// A rectangle in a drawing, in CSS pixels.
struct Box: Sendable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Whether both share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  /// Whether `other` lies inside.
  func contains(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// This box with `margin` more on every side.
  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

extension Box {
  /// The room of a line of text whose baseline is at `y`.
  init(
    _ text: Text, _ x: Double, _ y: Double, size: Double, bold: Bool = false,
    anchor: SVG.Anchor = .start
  ) {
    let width = text.width(size: size, bold: bold)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    self.init(left: left, top: y - 0.8 * size, right: left + width, bottom: y + 0.25 * size)
  }
}
