extension Mark {
  /// The terrain of a loss over two parameters: filled contours, each band a factor of 2, the
  /// levels written at the contours.
  ///
  /// The six levels are powers of 2 below the highest value; the lowest band is the lightest. A loss
  /// that comes nowhere near 0, or goes below it, has levels at equal distances.
  public static func terrain(_ losses: ScalarField) -> Mark {
    let levels = terrainLevels(losses)
    let valleys = ScalarField(
      rows: losses.rows, columns: losses.columns, values: losses.values.map { -$0 },
      region: losses.region)
    return Mark(.area) { xExtent, yExtent in
      xExtent.fill(from: losses.region.left, to: losses.region.right)
      yExtent.fill(from: losses.region.bottom, to: losses.region.top)
    } draw: { canvas in
      guard let box = canvas.box(of: losses.region) else { return }
      let drawing = FieldDrawing(field: valleys, area: box)
      canvas.svg.rectangle(
        box.left, box.top, width: box.width, height: box.height, style: "fill:var(--t6)")
      for (index, level) in levels.enumerated() {
        canvas.svg.path(
          drawing.area(atLeast: -level), class: "cont", style: "fill:var(--t\(5 - index))")
      }
      for level in levels { canvas.write(level, on: drawing, losses.lowestPlace(in: box)) }
    }
  }

  /// At most six levels, descending, the first below the highest value of the field.
  private static func terrainLevels(_ losses: ScalarField) -> [Double] {
    var extent = Extent()
    extent.add(losses.values)
    guard !extent.isEmpty else { return [] }
    if extent.lower < 0 || extent.lower > extent.upper / 64 {
      let domain = Domain(lower: extent.lower, upper: extent.upper)
      return LinearTicks(domain, atMost: 6).values.reversed()
    }
    guard extent.upper > 0 else { return [] }
    var level = 1.0
    while level >= extent.upper { level /= 2 }
    while level * 2 < extent.upper { level *= 2 }
    var levels: [Double] = []
    for _ in 0..<6 {
      levels.append(level)
      level /= 2
    }
    return levels
  }
}

extension ScalarField {
  /// Where the lowest value lies in a rectangle of pixels.
  fileprivate func lowestPlace(in box: Box) -> Point {
    var lowest = 0
    for index in values.indices where values[index] < values[lowest] { lowest = index }
    guard columns > 1, rows > 1 else { return Point(x: box.left, y: box.bottom) }
    return Point(
      x: box.left + box.width * Double(lowest % columns) / Double(columns - 1),
      y: box.bottom - box.height * Double(lowest / columns) / Double(rows - 1))
  }
}

extension Canvas {
  /// The rectangle of a region.
  fileprivate func box(of region: Region) -> Box? {
    guard let lowerLeft = point(region.left, region.bottom),
      let upperRight = point(region.right, region.top)
    else { return nil }
    return Box(left: lowerLeft.x, top: upperRight.y, right: upperRight.x, bottom: lowerLeft.y)
  }

  /// Writes a level left of its contour, level with the lowest point if the contour comes by there,
  /// and where it covers no way; nowhere if there is no such place.
  fileprivate mutating func write(_ level: Double, on drawing: FieldDrawing, _ lowest: Point) {
    let label: Text = "\(level, digits: level.magnitude < 100 ? 3 : 4)"
    let inside = drawing.places(at: -level).filter { place in
      place.x > lowest.x
        && area.grown(by: -2).contains(Box(label, place.x - 3, place.y + 4, size: 12, anchor: .end))
    }
    let sorted = inside.sorted {
      ($0.y - lowest.y).magnitude < ($1.y - lowest.y).magnitude
    }
    var places: [Point] = []
    for place in sorted where places.count < 24 {
      if places.allSatisfy({ ($0 - place).length >= 12 }) { places.append(place) }
    }
    guard let first = places.first else { return }
    notes.append(
      Note(
        text: label, anchor: first, furtherAnchors: Array(places.dropFirst()), distance: 3,
        sides: [.left], name: "tick k", isOptional: true))
  }
}
