/// Lines through many points: clipped to a frame, and thinned out to what can be seen.
enum Polyline {
  /// The largest distance of a left-out point from the drawn line, in pixels; with the rounding
  /// of coordinates to tenths (at most 0.071) it stays below 0.35.
  static let tolerance = 0.27

  /// `points` without those nearer than `tolerance` to the line through the others.
  ///
  /// The ends stay. Ramer–Douglas–Peucker with distances to segments. Where there are far more
  /// points than pixel columns, first only the first, lowest, highest and last of each column of a
  /// third of the tolerance stay.
  ///
  /// - Source: D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points
  ///   required to represent a digitized line or its caricature", Cartographica 10 (1973).
  /// - Complexity: O(n log n) for typical lines; O(m²) at worst for the m points of all columns.
  static func thinned(_ points: [Point], tolerance: Double = tolerance) -> [Point] {
    guard points.count > 2 else { return points }
    guard points.count > 8192 else { return reduced(points, tolerance: tolerance) }
    let columns = columnExtremes(points, width: tolerance / 3)
    return reduced(columns, tolerance: tolerance * 2 / 3)
  }

  private static func reduced(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 2 else { return points }
    var keeps = [Bool](repeating: false, count: points.count)
    keeps[0] = true
    keeps[points.count - 1] = true
    var pending = [(0, points.count - 1)]
    while let (first, last) = pending.popLast() {
      guard let farthest = farthest(in: points, first, last, beyond: tolerance) else { continue }
      keeps[farthest] = true
      pending.append((first, farthest))
      pending.append((farthest, last))
    }
    var kept: [Point] = []
    for (index, point) in points.enumerated() where keeps[index] { kept.append(point) }
    return kept
  }

  /// The point between two others that is farthest from the segment of these, if beyond a limit.
  private static func farthest(
    in points: [Point], _ first: Int, _ last: Int, beyond limit: Double
  ) -> Int? {
    var farthest: Int?
    var largest = limit
    var index = first + 1
    while index < last {
      let distance = points[index].distance(from: points[first], to: points[last])
      if distance > largest {
        largest = distance
        farthest = index
      }
      index += 1
    }
    return farthest
  }

  /// The first, lowest, highest and last point of each run of points within a column, in order.
  private static func columnExtremes(_ points: [Point], width: Double) -> [Point] {
    var kept: [Point] = []
    var first = 0
    while first < points.count {
      let column = (points[first].x / width).rounded(.down)
      var last = first
      var lowest = first
      var highest = first
      while last + 1 < points.count, (points[last + 1].x / width).rounded(.down) == column {
        last += 1
        if points[last].y < points[lowest].y { lowest = last }
        if points[last].y > points[highest].y { highest = last }
      }
      var previous = -1
      for index in [first, min(lowest, highest), max(lowest, highest), last] where index > previous
      {
        kept.append(points[index])
        previous = index
      }
      first = last + 1
    }
    return kept
  }

  /// Adds a line to a path.
  static func add(_ points: [Point], to path: inout Path, closed: Bool = false) {
    guard let first = points.first else { return }
    path.move(first.x, first.y)
    for point in points.dropFirst() { path.line(point.x, point.y) }
    if closed { path.close() }
  }
}
