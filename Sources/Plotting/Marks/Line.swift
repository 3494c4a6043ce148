extension Mark {
  /// A line through the points of a series, cut where a value is no number, with an optional label
  /// at its right end.
  ///
  /// A category's line with at most 13 points is solid with markers; else its dash is the second
  /// cue.
  public static func line(
    x: [Double], y: [Double], style: Style = .category(0), label: Text = ""
  ) -> Mark {
    let count = min(x.count, y.count)
    let hasMarkers = style.hasMarkers && count <= 13
    let reach = hasMarkers ? 6.0 : 0
    return Mark(
      style.isChosen ? .chosen : .line, margin: Margin(horizontal: reach, vertical: reach),
      endLabel: EndLabel(label, x: x, y: y, style: style), series: label
    ) { xExtent, yExtent in
      for index in 0..<count where x[index].isFinite && y[index].isFinite {
        xExtent.add(x[index])
        yExtent.add(y[index])
      }
    } draw: { canvas in
      var path = Path()
      for piece in canvas.pieces(x, y) { canvas.add(line: piece, to: &path) }
      canvas.svg.stroke(path, style, dashed: !hasMarkers)
      if hasMarkers { canvas.markers(x, y, style) }
    }
  }
}

extension Canvas {
  /// Adds a thinned-out line to a path; a single point becomes a dot.
  mutating func add(line: [Point], to path: inout Path) {
    let thinned = Polyline.thinned(line)
    if thinned.count == 1 {
      path.dot(thinned[0].x, thinned[0].y)
    } else {
      Polyline.add(thinned, to: &path)
    }
    avoid(thinned)
  }

  /// Draws a category's marker at each point of a series.
  mutating func markers(_ x: [Double], _ y: [Double], _ style: Style, size: Double = 1) {
    var path = Path()
    for index in 0..<min(x.count, y.count) {
      guard let point = visiblePoint(x[index], y[index]) else { continue }
      style.marker.add(to: &path, point.x, point.y, size: size)
      ink.append(point)
    }
    svg.path(path, class: "mk", style: "fill:" + style.colour)
  }
}
