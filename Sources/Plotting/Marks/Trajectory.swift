extension Mark {
  /// The way of a point through a map, a dot at every step: gradient descent over a terrain.
  ///
  /// The label stands at the last point. The way is cut where a value is no number and at the
  /// frame.
  ///
  /// - Parameter startLabel: words at the first point, which has a ring; none, no ring.
  public static func trajectory(
    x: [Double], y: [Double], style: Style = .chosen, label: Text = "", startLabel: Text = ""
  ) -> Mark {
    let colour = style.textColour
    return Mark(.line, series: label) { xExtent, yExtent in
      xExtent.add(x)
      yExtent.add(y)
    } draw: { canvas in
      var way = Path()
      for piece in canvas.pieces(x, y) { canvas.add(line: piece, to: &way) }
      var dots = Path()
      var places: [Point] = []
      for index in 0..<min(x.count, y.count) {
        guard let place = canvas.visiblePoint(x[index], y[index]) else { continue }
        dots.dot(place.x, place.y)
        places.append(place)
      }
      var stroke: Text = "stroke:" + colour
      if style.dash.utf8CodeUnitCount > 0 { stroke += ";stroke-dasharray:\(style.dash)" }
      canvas.svg.path(way, class: "pth", style: stroke)
      canvas.svg.path(dots, class: "pthp", style: "stroke:" + colour)
      guard let first = places.first, let last = places.last else { return }
      if !startLabel.isEmpty {
        canvas.svg.circle(first.x, first.y, radius: 5.5, class: "start", style: "stroke:" + colour)
        canvas.addNote(startLabel, at: first, style: "")
      }
      canvas.addNote(label, at: last, style: "fill:" + colour)
    }
  }

  /// An upright cross at the minimum of a terrain.
  public static func minimum(x: Double, y: Double) -> Mark {
    Mark(.point) { _, _ in
    } draw: { canvas in
      guard let place = canvas.visiblePoint(x, y) else { return }
      var path = Path()
      path.move(place.x - 5, place.y)
      path.line(place.x + 5, place.y)
      path.move(place.x, place.y - 5)
      path.line(place.x, place.y + 5)
      canvas.svg.path(path, class: "cross ink")
      canvas.ink.append(place)
    }
  }
}

extension Canvas {
  fileprivate mutating func addNote(_ text: Text, at place: Point, style: Text) {
    notes.append(
      Note(
        text: text, anchor: place, distance: 9, sides: [.right, .above, .left, .below],
        name: "dl halo", style: style))
  }
}
