extension Polyline {
  /// The pieces of a line that lie within `box`.
  static func clipped(_ line: [Point], to box: Box) -> [[Point]] {
    guard line.count > 1 else { return line.allSatisfy(box.contains) ? [line] : [] }
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipped(a, b, to: box) else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.last != start {
        if !piece.isEmpty { pieces.append(piece) }
        piece = [start]
      }
      piece.append(end)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// The part of a segment within `box`, after Liang and Barsky; nil if there is none.
  private static func clipped(_ a: Point, _ b: Point, to box: Box) -> (Point, Point)? {
    var entry = 0.0
    var exit = 1.0
    let step = b - a
    let edges = [
      (-step.x, a.x - box.left), (step.x, box.right - a.x), (-step.y, a.y - box.top),
      (step.y, box.bottom - a.y),
    ]
    for (rate, room) in edges {
      if rate == 0 {
        if room < 0 { return nil }
      } else if rate < 0 {
        entry = max(entry, room / rate)
      } else {
        exit = min(exit, room / rate)
      }
    }
    guard entry <= exit else { return nil }
    return (entry == 0 ? a : a + step * entry, exit == 1 ? b : a + step * exit)
  }
}
