extension Mark {
  /// A run that diverged: dashes to the top of the plot and a cross there.
  ///
  /// The line ends at its first value that is no number or lies above the plot. Give the label,
  /// `0.46, 1.2, 3 diverged`, to the last one that diverged; `shortLabel` is for phones.
  public static func divergedLine(
    x: [Double], y: [Double], label: Text = "", shortLabel: Text? = nil
  ) -> Mark {
    let count = min(x.count, y.count)
    return Mark(.line) { xExtent, yExtent in
      // Only the start counts: what follows grows without bound.
      guard count > 0 else { return }
      xExtent.add(x[0])
      yExtent.add(y[0])
    } draw: { canvas in
      guard let line = canvas.divergingLine(x, y), let end = line.last else { return }
      var path = Path()
      canvas.add(line: line, to: &path)
      canvas.svg.path(path, class: "ln bad")
      canvas.cross(end)
      guard !label.isEmpty else { return }
      let isNarrow = canvas.area.width < 320
      canvas.notes.append(
        Note(
          text: isNarrow ? shortLabel ?? label : label, anchor: end, distance: 9,
          sides: [.right, .left, .below], name: "an bad-t halo"))
    }.yielding()
  }
}

extension Canvas {
  /// The pixels of a series up to where it leaves the plot at the top.
  fileprivate func divergingLine(_ x: [Double], _ y: [Double]) -> [Point]? {
    var line: [Point] = []
    for index in 0..<min(x.count, y.count) {
      guard let point = point(x[index], y[index]) else { break }
      if point.y < area.top {
        guard let last = line.last else { return [Point(x: point.x, y: area.top)] }
        let share = (last.y - area.top) / (last.y - point.y)
        line.append(Point(x: last.x + share * (point.x - last.x), y: area.top))
        return line
      }
      line.append(point)
    }
    // It stopped inside the plot: the next value was no number.
    guard let last = line.last else { return nil }
    let step = line.count > 1 ? last.x - line[line.count - 2].x : 4
    line.append(Point(x: min(area.right, last.x + min(4, step / 2)), y: area.top))
    return line
  }

  /// Marks where something diverged.
  mutating func cross(_ point: Point) {
    crosses.append(point)
    let reach = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
    reserved.append(reach.grown(by: 5))
  }
}
