/// The ticks of one side of a plot, as they fit there.
struct PlotTicks {
  /// A tick with its label in lines.
  struct Entry {
    var value: Double
    var lines: [Text]
    /// The row of labels below the x axis in which it stands, from 0.
    var row = 0
    /// The middle of the label below the x axis, in pixels.
    var middle = 0.0

    /// Whether it is a small mark without a label.
    var isMinor: Bool { lines.isEmpty }

    /// The width of the label.
    var width: Double {
      var widest = 0.0
      for line in lines { widest = max(widest, line.width(size: 12)) }
      return widest
    }
  }

  /// The distance of two lines of a label in pixels.
  static let pitch = 15.0

  /// In the order of their values.
  private(set) var entries: [Entry] = []
  private var rows = 1

  /// The width of the widest label.
  var widest: Double {
    var widest = 0.0
    for entry in entries { widest = max(widest, entry.width) }
    return widest
  }

  private mutating func set(_ ticks: [Tick]) {
    entries = ticks.map { tick in
      Entry(value: tick.value, lines: tick.label.isEmpty ? [] : [tick.label])
    }
  }
}

// MARK: - Up the left side

extension PlotTicks {
  /// The ticks of a y axis of about `height`; names take at most 40 % of `width`.
  init(upward axis: Axis, in domain: Domain, height: Double, width: Double) {
    let limit = Int(max(3, min(6, (height / 28).rounded(.down))))
    set(axis.ticks(in: domain, limit: limit))
    guard axis.scale.isCategory else { return }
    let pitch = height / Double(max(1, entries.count))
    let stride = Int(max(1, (13 / pitch).rounded(.up)))
    let room = max(1, Int(pitch * Double(stride) / 14))
    for (index, name) in axis.scale.categories.enumerated() {
      let lines = name.wrapped(to: 0.4 * width, size: 12, bold: false)
      entries[index].lines = index % stride == 0 ? Array(lines.prefix(room)) : []
    }
  }
}

// MARK: - Along the bottom

extension PlotTicks {
  /// The room that labels take below that of a single line.
  var extraHeight: Double { PlotTicks.pitch * Double(rows * mostLines - 1) }

  /// The distance of two rows of labels.
  var rowHeight: Double { PlotTicks.pitch * Double(mostLines) }

  /// The right end of the last label.
  var rightEnd: Double {
    var end = 0.0
    for entry in entries { end = max(end, entry.middle + entry.width / 2) }
    return end
  }

  private var mostLines: Int {
    var most = 1
    for entry in entries { most = max(most, entry.lines.count) }
    return most
  }

  /// The ticks of an x axis in a drawing of `width`: as many numbers as stand apart; names in
  /// lines or rows.
  init(across axis: Axis, in domain: Domain, on x: Projection, width: Double) {
    guard !axis.scale.isCategory else {
      setNames(axis, on: x, width: width)
      return
    }
    for limit in (2...6).reversed() {
      set(axis.ticks(in: domain, limit: limit))
      place(on: x)
      if !touches(gap: 18) { return }
    }
    dropTouching()
  }

  /// Names below their places if their words fit there, else in two or three rows in turn.
  private mutating func setNames(_ axis: Axis, on x: Projection, width: Double) {
    set(axis.ticks(in: x.domain))
    for roomForOne in [x.band - 8, 0.45 * width] {
      for (index, name) in axis.scale.categories.enumerated() {
        entries[index].lines = name.wrapped(to: roomForOne, size: 12, bold: false)
      }
      place(on: x, within: width)
      if mostLines <= 3, !touches(gap: 8) { return }
    }
    while touches(gap: 8), rows < (mostLines > 1 ? 2 : 3) {
      rows += 1
      for index in entries.indices { entries[index].row = index % rows }
    }
    dropTouching()
  }

  /// Sets the middles of the labels: at their ticks, but inside the drawing.
  private mutating func place(on x: Projection, within width: Double = .infinity) {
    for index in entries.indices {
      let half = entries[index].width / 2
      let middle = x(entries[index].value) ?? 0
      entries[index].middle = width.isFinite ? max(half, min(width - half, middle)) : middle
    }
  }

  /// Whether two labels of a row come nearer than `gap`.
  private func touches(gap: Double) -> Bool {
    var ends = [Double](repeating: -.infinity, count: rows)
    for entry in entries where !entry.isMinor {
      if entry.middle - entry.width / 2 < ends[entry.row] + gap { return true }
      ends[entry.row] = entry.middle + entry.width / 2
    }
    return false
  }

  /// Takes away the labels that touch the one before in their row.
  private mutating func dropTouching() {
    var ends = [Double](repeating: -.infinity, count: rows)
    for index in entries.indices where !entries[index].isMinor {
      let (entry, half) = (entries[index], entries[index].width / 2)
      if entry.middle - half < ends[entry.row] + 6 {
        entries[index].lines = []
      } else {
        ends[entry.row] = entry.middle + half
      }
    }
  }
}
