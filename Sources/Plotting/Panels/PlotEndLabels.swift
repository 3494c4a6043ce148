extension PlotFrame {
  /// Draws the labels at the right ends of the lines, moved apart, with leaders; nothing if they
  /// stand above the plot.
  func drawEndLabels(of plot: Plot, on canvas: inout Canvas) {
    guard key == nil else { return }
    var labels: [EndLabel] = []
    var ends: [Point] = []
    for mark in plot.marks {
      guard let label = mark.endLabel, let end = canvas.point(label.x, label.y) else { continue }
      labels.append(label)
      ends.append(Point(x: end.x, y: min(max(end.y, area.top), area.bottom)))
    }
    guard !labels.isEmpty else { return }
    let pitch = 15.0
    let top = area.top + 6 + (plot.seriesTitle.isEmpty ? 0 : pitch)
    let bottom = area.bottom - 2
    let capacity = 1 + Int(max(0, (bottom - top) / pitch))
    let shown = PlotFrame.shownLabels(labels, ends, atMost: capacity)
    let places = Dodge.apart(shown.map { ends[$0].y }, pitch: pitch, from: top, to: bottom)
    for (place, index) in zip(places, shown) {
      draw(labels[index], from: ends[index], at: place, on: &canvas)
    }
    drawTitle(plot.seriesTitle, above: places, on: &canvas)
  }

  /// The labels that find room: all, or the chosen ones and others at even steps from top to
  /// bottom.
  private static func shownLabels(
    _ labels: [EndLabel], _ ends: [Point], atMost limit: Int
  ) -> [Int] {
    guard labels.count > limit else { return Array(labels.indices) }
    let chosen = labels.indices.filter { labels[$0].style.isChosen }.prefix(limit)
    let others = labels.indices.filter { !labels[$0].style.isChosen }
      .sorted { (ends[$0].y, $0) < (ends[$1].y, $1) }
    let room = limit - chosen.count
    let picked = (0..<min(room, others.count)).map { others[$0 * others.count / room] }
    return chosen + picked
  }

  private func draw(
    _ label: EndLabel, from end: Point, at place: Double, on canvas: inout Canvas
  ) {
    var leader = Path()
    leader.move(area.right + 3, end.y)
    leader.line(area.right + 14, place)
    let isBold = label.style.isChosen
    let (left, baseline) = (area.right + 18, place + 4)
    canvas.svg.series(label.text, isKey: true) { svg in
      svg.path(leader, class: "lead")
      svg.text(
        label.text, left, baseline, class: isBold ? "dl b" : "dl",
        style: "fill:" + label.style.textColour)
    }
    let text = Box(label.text, left, baseline, size: 12, bold: isBold)
    canvas.reserved.append(text)
    canvas.reserved.append(
      Box(left: area.right, top: min(end.y, text.top), right: left, bottom: max(end.y, text.bottom))
    )
  }

  private func drawTitle(_ title: Text, above places: [Double], on canvas: inout Canvas) {
    guard !title.isEmpty else { return }
    var highest = area.bottom
    for place in places { highest = min(highest, place) }
    let (left, baseline) = (area.right + 18, highest - 11)
    canvas.svg.text(title, left, baseline, class: "tick")
    canvas.reserved.append(Box(title, left, baseline, size: 12))
  }
}
