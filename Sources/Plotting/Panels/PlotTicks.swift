/// The ticks of one side of a plot, as they fit there.
struct PlotTicks {
  /// A tick with its label in lines.
  struct Entry {
    var value: Double
    var lines: [Text]
    /// The row of labels below the x axis in which it stands, from 0.
    var row = 0

    /// Whether it is a small mark without a label.
    var isMinor: Bool { lines.isEmpty }
  }

  private(set) var entries: [Entry] = []
  private var rows = 1

  /// The room for further rows of labels.
  var extraHeight: Double { 15 * Double(rows - 1) }

  /// The width of the widest label.
  var widest: Double {
    var widest = 0.0
    for entry in entries {
      for line in entry.lines { widest = max(widest, line.width(size: 12)) }
    }
    return widest
  }

  /// The ticks of a y axis of about `height`; names take at most 40 % of `width`.
  init(upward axis: Axis, in domain: Domain, height: Double, width: Double) {
    let limit = Int(max(3, min(6, (height / 28).rounded(.down))))
    for tick in axis.ticks(in: domain, limit: limit) {
      let isName = axis.scale.isCategory
      let lines = isName ? tick.label.wrapped(to: 0.4 * width, size: 12, bold: false) : [tick.label]
      entries.append(Entry(value: tick.value, lines: tick.label.isEmpty ? [] : lines))
    }
  }

  /// The ticks of an x axis: as many as stand apart, names in as many rows as they need.
  init(across axis: Axis, in domain: Domain, on x: Projection) {
    if axis.scale.isCategory {
      set(axis.ticks(in: domain))
      while touches(on: x, gap: 8), rows < 4 {
        rows += 1
        for index in entries.indices { entries[index].row = index % rows }
      }
      return
    }
    for limit in (2...6).reversed() {
      set(axis.ticks(in: domain, limit: limit))
      if !touches(on: x, gap: 18) { return }
    }
    dropTouching(on: x)
  }

  private mutating func set(_ ticks: [Tick]) {
    entries = []
    for tick in ticks {
      entries.append(Entry(value: tick.value, lines: tick.label.isEmpty ? [] : [tick.label]))
    }
  }

  /// The right end of the last label below an x axis.
  func rightEnd(on x: Projection) -> Double {
    var end = x.end
    for entry in entries {
      guard let label = entry.lines.first, let place = x(entry.value) else { continue }
      end = max(end, place + label.width(size: 12) / 2)
    }
    return end
  }

  /// Whether two labels of a row come nearer than `gap`.
  private func touches(on x: Projection, gap: Double) -> Bool {
    var ends = [Double](repeating: -.infinity, count: rows)
    for entry in entries {
      guard let label = entry.lines.first, let place = x(entry.value) else { continue }
      let half = label.width(size: 12) / 2
      if place - half < ends[entry.row] + gap { return true }
      ends[entry.row] = place + half
    }
    return false
  }

  /// Takes away the labels that touch the one before.
  private mutating func dropTouching(on x: Projection) {
    var end = -Double.infinity
    for index in entries.indices {
      guard let label = entries[index].lines.first, let place = x(entries[index].value) else {
        continue
      }
      let half = label.width(size: 12) / 2
      if place - half < end + 6 {
        entries[index].lines = []
      } else {
        end = place + half
      }
    }
  }
}
