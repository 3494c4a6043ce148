/// A place for a note.
struct NotePlace {
  var x: Double
  var baseline: Double
  var anchor: SVG.Anchor
  var box: Box
  /// The distance between the words and what they belong to.
  var gap: Double

  /// Sixteen directions, clockwise from below.
  static let directions: [Point] = [
    (0, 1), (0.383, 0.924), (0.707, 0.707), (0.924, 0.383), (1, 0), (0.924, -0.383),
    (0.707, -0.707), (0.383, -0.924), (0, -1), (-0.383, -0.924), (-0.707, -0.707),
    (-0.924, -0.383), (-1, 0), (-0.924, 0.383), (-0.707, 0.707), (-0.383, 0.924),
  ].map { Point(x: $0.0, y: $0.1) }

  /// The place on one side of a point, moved along that side to stay within `limits`.
  init(_ note: Note, _ side: Note.Side, of point: Point, within limits: Box) {
    let half = note.text.width(size: 12, bold: note.isBold) / 2
    let middle = min(max(point.x, limits.left + half), limits.right - half)
    let (x, baseline, anchor): (Double, Double, SVG.Anchor) =
      switch side {
      case .below: (middle, point.y + note.distance + 10, .middle)
      case .above: (middle, point.y - note.distance - 3, .middle)
      case .right: (point.x + note.distance, point.y + 4, .start)
      case .left: (point.x - note.distance, point.y + 4, .end)
      }
    self.init(note, x, baseline, anchor, gap: note.distance)
  }

  /// The place whose nearest edge or corner lies at `offset` from the note's point.
  init(_ note: Note, _ offset: Point) {
    let anchor: SVG.Anchor = offset.x > 3 ? .start : offset.x < -3 ? .end : .middle
    let baseline = note.anchor.y + offset.y + (offset.y > 3 ? 10 : offset.y < -3 ? -3 : 4)
    self.init(note, note.anchor.x + offset.x, baseline, anchor, gap: offset.length)
  }

  private init(
    _ note: Note, _ x: Double, _ baseline: Double, _ anchor: SVG.Anchor, gap: Double
  ) {
    self.x = x
    self.baseline = baseline
    self.anchor = anchor
    self.gap = gap
    box = Box(note.text, x, baseline, size: 12, bold: note.isBold, anchor: anchor)
  }
}
