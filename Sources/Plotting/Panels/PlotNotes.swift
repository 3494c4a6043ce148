// Words beside points: placed where they are not cut, touch no other words, and cover as little as
// possible of what is drawn.

extension Canvas {
  /// Draws the notes that have text, the first ones with the first choice.
  ///
  /// - Parameter limits: where words may stand.
  mutating func drawNotes(within limits: Box) {
    for note in notes where !note.text.isEmpty {
      guard let place = bestPlace(for: note, within: limits) else { continue }
      reserved.append(place.box)
      if place.gap > 14 { drawLeader(from: note.anchor, to: place.box) }
      svg.text(
        note.text, place.x, place.baseline, class: note.name, anchor: place.anchor,
        style: note.style)
    }
  }

  /// The cheapest free place: the sides the note asks for, else anywhere around it.
  private func bestPlace(for note: Note, within limits: Box) -> NotePlace? {
    var best: NotePlace?
    var lowest = Double.infinity
    for (rank, side) in note.sides.enumerated() {
      let place = NotePlace(note, side, within: limits)
      guard let cost = cost(of: place, within: limits) else { continue }
      if cost + 4 * Double(rank) < lowest {
        lowest = cost + 4 * Double(rank)
        best = place
      }
    }
    for step in 0..<14 {
      let distance = note.distance + 12 * Double(step)
      // Farther away is worse: 1 a pixel, and 12 for leaving the sides asked for.
      let base = 12 * Double(step) + 12
      guard base < lowest else { break }
      for direction in NotePlace.directions {
        let place = NotePlace(note, direction * distance)
        guard let cost = cost(of: place, within: limits) else { continue }
        if base + cost < lowest {
          lowest = base + cost
          best = place
        }
      }
    }
    return best
  }

  /// 5 for every 6 px of line that the place covers; nil if it is not free.
  private func cost(of place: NotePlace, within limits: Box) -> Double? {
    guard limits.contains(place.box) else { return nil }
    let room = place.box.grown(by: 2)
    for box in reserved where box.overlaps(room) { return nil }
    var cost = 0.0
    for point in ink where place.box.contains(point) { cost += 5 }
    return cost
  }

  private mutating func drawLeader(from anchor: Point, to box: Box) {
    let end = Point(
      x: min(max(anchor.x, box.left + 4), box.right - 4),
      y: anchor.y < box.top ? box.top : anchor.y > box.bottom ? box.bottom : anchor.y)
    let near =
      anchor.x < box.left || anchor.x > box.right
      ? Point(x: anchor.x < box.left ? box.left - 3 : box.right + 3, y: (box.top + box.bottom) / 2)
      : end
    let length = (near - anchor).length
    guard length > 12 else { return }
    let start = anchor + (near - anchor) * (8 / length)
    var path = Path()
    path.move(start.x, start.y)
    path.line(near.x, near.y)
    svg.path(path, class: "lead")
  }
}

/// A place for a note.
private struct NotePlace {
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

  /// The place on one side of the note's point, moved along that side to stay within `limits`.
  init(_ note: Note, _ side: Note.Side, within limits: Box) {
    let half = note.text.width(size: 12, bold: note.isBold) / 2
    let middle = min(max(note.anchor.x, limits.left + half), limits.right - half)
    let (x, baseline, anchor): (Double, Double, SVG.Anchor) =
      switch side {
      case .below: (middle, note.anchor.y + note.distance + 10, .middle)
      case .above: (middle, note.anchor.y - note.distance - 3, .middle)
      case .right: (note.anchor.x + note.distance, note.anchor.y + 4, .start)
      case .left: (note.anchor.x - note.distance, note.anchor.y + 4, .end)
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
