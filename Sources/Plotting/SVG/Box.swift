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
