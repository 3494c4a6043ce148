import Plotting

extension Catalogs {
  /// Several values at each x as one line and one band.
  static var spreadMark: MarkKind {
    mark(
      "spread", "the median of the values at each x, and a band over their middle half",
      options: [
        MarkOption.series("y", "values, several at each x"), MarkOption.x, MarkOption.by,
        MarkOption.chosen, MarkOption.label, MarkOption.style, MarkOption.data,
      ]
    ) { options, draft throws(ExperimentError) in
      let groups = try MarkData(options, draft).colouredGroups()
      var marks: [PlotMark] = []
      for (number, group) in groups.enumerated() {
        let (x, y) = try group.data.series("y", &draft)
        let style = draft.colours.take(group, number, of: groups.count)
        marks.append(
          .spread(
            SpreadValues(x, y), group.label ?? options.words(at: "label"), style, draft.words))
      }
      return marks
    }
  }
}

/// The quartiles of the values at each x, in the order of x.
private struct SpreadValues {
  private(set) var x: [Double] = []
  private(set) var boxes: [Quartiles] = []
  private(set) var counts: [Int] = []

  init(_ x: [Double], _ y: [Double]) {
    let order = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
      .sorted { (x[$0], $0) < (x[$1], $1) }
    var place = 0
    while place < order.count {
      let here = x[order[place]]
      var sample: [Double] = []
      while place < order.count, x[order[place]] == here {
        sample.append(y[order[place]])
        place += 1
      }
      guard let box = Quartiles(sample) else { continue }
      self.x.append(here)
      boxes.append(box)
      counts.append(sample.count)
    }
  }
}

extension PlotMark {
  fileprivate static func spread(
    _ values: SpreadValues, _ label: Text, _ style: Style, _ words: AxisWords
  ) -> PlotMark {
    let medians = values.boxes.map { $0.median }
    let (lower, upper) = (values.boxes.map { $0.lower }, values.boxes.map { $0.upper })
    let band = Mark.band(x: values.x, lower: lower, upper: upper, style: style).named(label)
    var mark = PlotMark.series(
      .line(x: values.x, y: medians, style: style, label: label), label.isEmpty ? "spread" : label,
      x: values.x, y: medians, words)
    mark.marks.insert(band, at: 0)
    mark.columns += [
      .numbers("lower quartile"), .numbers("upper quartile"), .numbers("count", decimals: 0),
    ]
    for row in mark.rows.indices {
      mark.rows[row] += [
        .number(lower[row]), .number(upper[row]), .number(Double(values.counts[row])),
      ]
    }
    if let last = values.boxes.last, let least = values.counts.min(), let most = values.counts.max()
    {
      let counts: Text = least == most ? "\(most)" : "\(least) to \(most)"
      mark.summary += " Medians of \(counts) values; the middle half of the last is from "
      mark.summary += "\(last.lower, digits: 2) to \(last.upper, digits: 2)."
    }
    return mark
  }
}
