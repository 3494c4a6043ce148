/// The place of a node in a drawing.
struct DiagramFrame: Equatable {
  /// The centre.
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  /// Whether the outline is a circle or a pill, which arrows from any side should meet.
  var isRound: Bool

  var left: Double { x - width / 2 }
  var right: Double { x + width / 2 }
  var top: Double { y - height / 2 }
  var bottom: Double { y + height / 2 }
  var centre: Point { Point(x: x, y: y) }

  /// A side of the outline.
  enum Side {
    case left, right, top, bottom
  }

  /// The middle of a side, `gap` pixels outside.
  func middle(_ side: Side, gap: Double = 0) -> Point {
    switch side {
    case .left: Point(x: left - gap, y: y)
    case .right: Point(x: right + gap, y: y)
    case .top: Point(x: x, y: top - gap)
    case .bottom: Point(x: x, y: bottom + gap)
    }
  }

  /// Where an arrow to or from `other` meets it, `gap` pixels outside: the middle of `side`, or the
  /// nearest point of a round outline.
  func port(_ side: Side, towards other: Point, gap: Double = 0) -> Point {
    guard isRound else { return middle(side, gap: gap) }
    guard width > height else { return centre.moved(width / 2 + gap, towards: other) }
    // A pill: circles at the ends, straight edges between.
    let reach = (width - height) / 2
    let focus = Point(x: max(x - reach, min(x + reach, other.x)), y: y)
    return focus.moved(height / 2 + gap, towards: other)
  }
}
