extension Mark {
  /// A dot for each pair of values, see-through so that what lies behind shows: the seeds of a setting, say.
  ///
  /// 5 px at 55 %. What lies outside the plot or is no number is left out.
  public static func dots(x: [Double], y: [Double], style: Style = .category(0)) -> Mark {
    let count = min(x.count, y.count)
    return Mark(.point, margin: Margin(horizontal: 8, vertical: 4), series: "") {
      xExtent, yExtent in
      for index in 0..<count where x[index].isFinite && y[index].isFinite {
        xExtent.add(x[index])
        yExtent.add(y[index])
      }
    } draw: { canvas in
      var path = Path()
      for point in canvas.visiblePoints(x, y, count: count) {
        path.dot(point.x, point.y)
        canvas.ink.append(point)
      }
      canvas.svg.path(path, class: "pts", style: "stroke:" + style.colour)
    }
  }
}

extension Canvas {
  /// The most dots that are all drawn.
  private static var mostDots: Int { 4096 }

  /// The pixels of pairs of values inside the frame. Of many, those are left out that lie in the same
  /// pixel as one before, which they would cover within half a pixel.
  func visiblePoints(_ x: [Double], _ y: [Double], count: Int) -> [Point] {
    var points: [Point] = []
    let columns = max(1, Int(area.width) + 3)
    let rows = max(1, Int(area.height) + 3)
    var isTaken = count > Self.mostDots ? [Bool](repeating: false, count: columns * rows) : []
    for index in 0..<count {
      guard let point = visiblePoint(x[index], y[index]) else { continue }
      if !isTaken.isEmpty {
        let column = min(columns - 1, max(0, Int(point.x - area.left + 1)))
        let row = min(rows - 1, max(0, Int(point.y - area.top + 1)))
        if isTaken[row * columns + column] { continue }
        isTaken[row * columns + column] = true
      }
      points.append(point)
    }
    return points
  }
}
