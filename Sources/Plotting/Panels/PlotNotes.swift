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
    for (step, anchor) in ([note.anchor] + note.furtherAnchors).enumerated() {
      for (rank, side) in note.sides.enumerated() {
        let place = NotePlace(note, side, of: anchor, within: limits)
        guard let cost = cost(of: place, within: limits) else { continue }
        let base = 4 * Double(rank) + 3 * Double(step)
        if base + cost < lowest {
          lowest = base + cost
          best = place
        }
      }
    }
    guard !note.isOptional else { return best }
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
