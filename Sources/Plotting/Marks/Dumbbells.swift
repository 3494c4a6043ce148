extension Mark {
  /// Two values for each name of the y axis, joined by a line: before and after, precision and
  /// recall. The first is a hollow circle, the second a full square.
  public static func dumbbells(
    from first: [Double], to second: [Double], styles: (Style, Style) = (.category(0), .category(1))
  ) -> Mark {
    let count = min(first.count, second.count)
    return Mark(.point, margin: Margin(horizontal: 8)) { xExtent, _ in
      xExtent.add(first)
      xExtent.add(second)
    } draw: { canvas in
      var (lines, rings, dots) = (Path(), Path(), Path())
      for index in 0..<count {
        let start = canvas.visiblePoint(first[index], Double(index))
        let end = canvas.visiblePoint(second[index], Double(index))
        if let start, let end { Polyline.add([start, end], to: &lines) }
        if let start { Marker.circle.add(to: &rings, start.x, start.y) }
        if let end { Marker.square.add(to: &dots, end.x, end.y) }
      }
      canvas.svg.path(lines, class: "edge")
      canvas.svg.path(rings, class: "hollow", style: "stroke:" + styles.0.colour)
      canvas.svg.path(dots, class: "mk", style: "fill:" + styles.1.colour)
    }
  }
}

extension LegendEntry {
  /// The hollow circle of a dumbbell, or its full square.
  public static func dumbbell(_ style: Style, isHollow: Bool, _ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        var path = Path()
        (isHollow ? Marker.circle : .square).add(to: &path, middle.x, middle.y)
        svg.path(
          path, class: isHollow ? "hollow" : "mk",
          style: (isHollow ? "stroke:" : "fill:") + style.colour)
      }, sampleWidth: 10)
  }
}
