/// Finds places for words beside points, where they are not cut and cover no other words.
struct NotePlacement {
  let frame: PlotFrame
  /// Rooms taken by other texts.
  var occupied: [Box]

  /// Draws each note that has text.
  func place(_ notes: [Note], on canvas: inout Canvas) {
    var placement = self
    for note in notes where !note.text.isEmpty {
      guard let place = placement.best(for: note, ink: canvas.ink) else { continue }
      placement.occupied.append(place.box)
      canvas.svg.text(
        note.text, place.x, place.baseline, class: note.name, anchor: place.anchor,
        style: note.style)
    }
  }

  private struct Place {
    var x: Double
    var baseline: Double
    var anchor: SVG.Anchor
    var box: Box
  }

  private func best(for note: Note, ink: [Point]) -> Place? {
    let limits = Box(left: 0, top: 18, right: frame.width, bottom: frame.area.bottom - 2)
    var best: (Place, Int)?
    for side in note.sides {
      let place = place(note, side)
      guard limits.contains(place.box) else { continue }
      var isFree = true
      for box in occupied where box.overlaps(place.box.grown(by: 2)) { isFree = false }
      guard isFree else { continue }
      var covered = 0
      for point in ink where place.box.contains(point) { covered += 1 }
      if covered == 0 { return place }
      if best.map({ covered < $0.1 }) ?? true { best = (place, covered) }
    }
    return best?.0
  }

  private func place(_ note: Note, _ side: Note.Side) -> Place {
    let width = note.text.width(size: 12, bold: note.isBold)
    var x = note.anchor.x
    var baseline = note.anchor.y + 4
    var anchor = SVG.Anchor.middle
    switch side {
    case .below: baseline = note.anchor.y + note.distance + 10
    case .above: baseline = note.anchor.y - note.distance - 3
    case .right:
      x += note.distance
      anchor = .start
    case .left:
      x -= note.distance
      anchor = .end
    }
    if anchor == .middle {
      x = min(max(x, width / 2 + 1), frame.width - width / 2 - 1)
    }
    return Place(
      x: x, baseline: baseline, anchor: anchor,
      box: Box(note.text, x, baseline, size: 12, bold: note.isBold, anchor: anchor))
  }
}
