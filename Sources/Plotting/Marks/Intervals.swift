extension Mark {
  /// Values with the interval in which each lies: a dot on a line from `lower` to `upper`.
  ///
  /// Over the places `at` of an x axis, or beside the names of a y axis, whose indices they are.
  public static func intervals(
    at places: [Double], values: [Double], lower: [Double], upper: [Double],
    style: Style = .category(0)
  ) -> Mark {
    let count = min(min(places.count, values.count), min(lower.count, upper.count))
    return Mark(.point, margin: Margin(horizontal: 8, vertical: 6)) { xExtent, yExtent in
      // The axis of names takes no notice.
      xExtent.add(places)
      for index in 0..<count where places[index].isFinite {
        for value in [values[index], lower[index], upper[index]] { yExtent.add(value) }
      }
    } draw: { canvas in
      var bars = Path()
      var dots = Path()
      for index in 0..<count {
        canvas.addInterval(places[index], lower[index], upper[index], to: &bars)
        guard let dot = canvas.place(places[index], values[index]) else { continue }
        style.marker.add(to: &dots, dot.x, dot.y)
        canvas.ink.append(dot)
      }
      canvas.svg.path(bars, class: "ln", style: "stroke:" + style.colour)
      canvas.svg.path(dots, class: "mk", style: "fill:" + style.colour)
    }
  }

  /// The same beside the names of the y axis, with values along the x axis.
  public static func lyingIntervals(
    values: [Double], lower: [Double], upper: [Double], style: Style = .category(0)
  ) -> Mark {
    let places = values.indices.map { Double($0) }
    let upright = intervals(at: places, values: values, lower: lower, upper: upper, style: style)
    return Mark(.point, margin: upright.margin) { xExtent, yExtent in
      upright.extend(&yExtent, &xExtent)
    } draw: { canvas in
      upright.draw(&canvas)
    }
  }
}

extension Canvas {
  /// The pixel of a value at a place of the axis of names or of the x axis; nil outside the frame.
  func place(_ place: Double, _ value: Double) -> Point? {
    y.scale.isCategory ? visiblePoint(value, place) : visiblePoint(place, value)
  }

  /// A line between two values, with short ends across.
  fileprivate func addInterval(
    _ at: Double, _ lower: Double, _ upper: Double, to path: inout Path
  ) {
    guard let low = place(at, lower), let high = place(at, upper) else { return }
    path.move(low.x, low.y)
    path.line(high.x, high.y)
    let (dx, dy) = y.scale.isCategory ? (0.0, 4.0) : (4.0, 0.0)
    for end in [low, high] {
      path.move(end.x - dx, end.y - dy)
      path.line(end.x + dx, end.y + dy)
    }
  }
}
