extension Panel {
  /// A small curve of the log loss of a run that diverged, 132 × 40, with a cross at its end.
  ///
  /// - Parameter losses: one a step; what is no positive number is left out.
  public static func sparkline(_ losses: [Double]) -> Panel {
    Panel(
      title: "Loss before divergence", summary: .course(of: losses, unit: "step"), wideWidth: 132,
      narrowWidth: nil
    ) { width, _ in
      var svg = SVG(width: width, height: 40)
      let line = sparkline(losses, width: width)
      guard let end = line.last else { return svg }
      var path = Path()
      Polyline.add(Polyline.thinned(line), to: &path)
      svg.path(path, class: "ln bad solid")
      svg.path(Path(crossAt: end, size: 3), class: "cross")
      return svg
    }
  }

  private static func sparkline(_ losses: [Double], width: Double) -> [Point] {
    var extent = Extent()
    extent.add(losses.map { $0.isFinite && $0 > 0 ? Logarithm.decimal($0) : .nan })
    guard !extent.isEmpty else { return [] }
    let span = max(extent.upper - extent.lower, 1e-9)
    var line: [Point] = []
    for (step, loss) in losses.enumerated() where loss.isFinite && loss > 0 {
      let share = Double(step) / Double(max(1, losses.count - 1))
      let height = (Logarithm.decimal(loss) - extent.lower) / span
      line.append(Point(x: 2 + (width - 12) * share, y: 36 - 30 * height))
    }
    return line
  }
}

extension Path {
  /// A cross of twice `size` pixels.
  init(crossAt point: Point, size: Double) {
    self.init()
    move(point.x - size, point.y - size)
    line(point.x + size, point.y + size)
    move(point.x + size, point.y - size)
    line(point.x - size, point.y + size)
  }
}
