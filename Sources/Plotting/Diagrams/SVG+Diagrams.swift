extension Point {
  /// The point `distance` pixels from here towards `other`; here when both are the same.
  func moved(_ distance: Double, towards other: Point) -> Point {
    let (dx, dy) = (other.x - x, other.y - y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return self }
    return Point(x: x + dx / length * distance, y: y + dy / length * distance)
  }
}

extension SVG {
  /// Draws a line through `points` that ends in a head of 7 × 6.4 pixels.
  mutating func arrow(_ points: [Point]) {
    guard points.count > 1, let tip = points.last else { return }
    let before = points[points.count - 2]
    var shaft = Path()
    shaft.move(points[0].x, points[0].y)
    for point in points.dropFirst().dropLast() { shaft.line(point.x, point.y) }
    let end = tip.moved(5, towards: before)
    shaft.line(end.x, end.y)
    path(shaft, class: "edge")
    head(at: tip, from: before)
  }

  /// Draws the three dots that stand for what is left out, around a centre.
  mutating func dots(_ x: Double, _ y: Double, vertical: Bool) {
    var path = Path()
    for offset in [-5.0, 0, 5] {
      path.dot(vertical ? x : x + offset, vertical ? y + offset : y)
    }
    self.path(path, class: "dots")
  }

  /// Draws a tinted cell of a matrix with a 1 px gap around it.
  mutating func cell(
    _ x: Double, _ y: Double, width: Double, height: Double, tint: CellTint, text: Text = "",
    small: Bool, style: Text = ""
  ) {
    let gap = min(1, width / 8)
    rectangle(
      x + gap / 2, y + gap / 2, width: width - gap, height: height - gap,
      radius: min(2, width / 8), style: tint.fill)
    guard !text.isEmpty else { return }
    self.text(
      text, x + width / 2, y + height / 2 + (small ? 3.8 : 4.2),
      class: tint.contrast.cellClass(small: small), anchor: .middle, style: style)
  }

  private mutating func head(at tip: Point, from before: Point) {
    let base = tip.moved(7, towards: before)
    let (dx, dy) = ((tip.x - base.x) / 7, (tip.y - base.y) / 7)
    var head = Path()
    head.move(tip.x, tip.y)
    head.line(base.x - 3.2 * dy, base.y + 3.2 * dx)
    head.line(base.x + 3.2 * dy, base.y - 3.2 * dx)
    head.close()
    path(head, class: "head")
  }
}
