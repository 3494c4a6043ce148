extension PlotFrame {
  /// Draws the labels at the right ends of the lines, moved apart, with leaders.
  ///
  /// - Returns: the room that they take.
  func drawEndLabels(of plot: Plot, on canvas: inout Canvas) -> [Box] {
    var labels: [EndLabel] = []
    var ends: [Point] = []
    for mark in plot.marks {
      guard let label = mark.endLabel, let end = canvas.point(label.x, label.y) else { continue }
      guard area.grown(by: 0.5).contains(end) else { continue }
      labels.append(label)
      ends.append(end)
    }
    guard !labels.isEmpty else { return [] }
    let head = plot.seriesTitle.isEmpty ? 0 : 15.0
    let places = Dodge.apart(
      ends.map { $0.y }, pitch: 15, from: area.top + 6 + head, to: area.bottom - 2)
    var boxes: [Box] = []
    for (index, label) in labels.enumerated() {
      boxes.append(draw(label, from: ends[index], at: places[index], on: &canvas.svg))
    }
    if !plot.seriesTitle.isEmpty {
      var highest = places[0]
      for place in places { highest = min(highest, place) }
      let (left, baseline) = (area.right + 18, highest - 11)
      canvas.svg.text(plot.seriesTitle, left, baseline, class: "tick")
      boxes.append(Box(plot.seriesTitle, left, baseline, size: 12))
    }
    return boxes
  }

  private func draw(
    _ label: EndLabel, from end: Point, at place: Double, on svg: inout SVG
  ) -> Box {
    var leader = Path()
    leader.move(area.right + 3, end.y)
    leader.line(area.right + 14, place)
    svg.path(leader, class: "lead")
    let isBold = label.style.isChosen
    svg.text(
      label.text, area.right + 18, place + 4, class: isBold ? "dl b" : "dl",
      style: "fill:" + label.style.textColour)
    return Box(label.text, area.right + 18, place + 4, size: 12, bold: isBold)
  }
}

/// Moves places on a line apart, each as little as possible.
enum Dodge {
  /// The places nearest to `wanted` (least squares) that are at least `pitch` apart and within the
  /// limits, in the order of `wanted`; closer together where they do not fit.
  ///
  /// Pool adjacent violators: neighbours that would overlap are joined into a block around the
  /// mean of what they want.
  static func apart(
    _ wanted: [Double], pitch: Double, from lower: Double, to upper: Double
  ) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    let room = upper - lower
    let pitch = min(pitch, wanted.count > 1 ? room / Double(wanted.count - 1) : pitch)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [Block] = []
    for (rank, index) in order.enumerated() {
      // With rank · pitch taken off, "at least pitch apart" means "not descending".
      blocks.append(Block(mean: wanted[index] - Double(rank) * pitch, count: 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean >= blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].join(last)
      }
    }
    var places = wanted
    var rank = 0
    let highest = upper - Double(wanted.count - 1) * pitch
    for block in blocks {
      for _ in 0..<block.count {
        places[order[rank]] = min(max(block.mean, lower), highest) + Double(rank) * pitch
        rank += 1
      }
    }
    return places
  }

  private struct Block {
    var mean: Double
    var count: Int

    mutating func join(_ other: Block) {
      let sum = mean * Double(count) + other.mean * Double(other.count)
      count += other.count
      mean = sum / Double(count)
    }
  }
}
