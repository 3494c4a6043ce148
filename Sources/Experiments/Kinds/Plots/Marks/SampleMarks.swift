import Plotting

extension Catalogs {
  /// Marks of how values are spread.
  static var sampleMarks: [MarkKind] {
    [
      mark(
        "histogram", "how many values lie in each of some intervals",
        options: [
          MarkOption.series("values", "the values"),
          ExperimentOption("bins", .integer(1...200), default: .number(20), "intervals"),
          MarkOption.style, MarkOption.data,
        ], histogram),
      samples("boxes", "quartiles, whiskers and outliers of each sample") {
        .boxes($0, style: $1)
      },
      samples("strips", "a dot for each value of each sample") { .strips($0, style: $1) },
      samples("violins", "the density of each sample") { .violins($0, style: $1) },
    ]
  }

  private static func histogram(_ options: Options, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [PlotMark]
  {
    let values = try MarkData(options, draft).numbers("values")
    let bins = Bins(values, count: options.integer("bins"))
    let style = draft.colours.take(options)
    var mark = PlotMark(
      marks: [.histogram(edges: bins.edges, counts: bins.counts, style: style)],
      name: "histogram", x: bins.count > 0 ? bins.edges : [], y: bins.counts)
    mark.summary = bins.summary(of: values.count, draft.words)
    mark.columns = [.numbers("from"), .numbers("to"), .numbers("count", decimals: 0)]
    if bins.count > 0 {
      mark.rows = bins.counts.indices.map {
        [.number(bins.edges[$0]), .number(bins.edges[$0 + 1]), .number(bins.counts[$0])]
      }
    }
    return [mark]
  }

  private static func samples(
    _ name: Name, _ summary: StaticString,
    _ drawn: @escaping @Sendable ([[Double]], Style) -> Mark
  ) -> MarkKind {
    mark(
      name, summary,
      options: [
        ExperimentOption("samples", .samples, "a list of numbers for each name, or a column"),
        MarkOption.names, MarkOption.style, MarkOption.data,
      ]
    ) { options, draft throws(ExperimentError) in
      let data = MarkData(options, draft)
      let samples = try data.samples(&draft)
      let style = draft.colours.take(options)
      var mark = PlotMark(
        marks: [drawn(samples, style)], name: name.text, y: samples.flatMap { $0 })
      mark.isTall = true
      mark.add(samples, asValues: name.matches("strips"), draft)
      return [mark]
    }
  }
}

extension MarkData {
  /// The samples in the order of the names of the axis.
  fileprivate func samples(_ draft: inout PlotDraft) throws(ExperimentError) -> [[Double]] {
    if case .tensors(let written) = options["samples"] {
      let places = try places(ofNamed: written.count, "samples", &draft)
      var samples = [[Double]](repeating: [], count: (places.max() ?? -1) + 1)
      for (place, sample) in zip(places, written) { samples[place] += sample.flatMap { $0 } }
      return samples
    }
    let numbers = try numbers("samples")
    guard let (words, _) = try namesOfValues(draft) else {
      _ = try places(ofNamed: 1, "samples", &draft)
      return [numbers]
    }
    guard words.count == numbers.count else {
      throw conflict(
        "option 'samples' has \(numbers.count) numbers and there are \(words.count) names, expected "
          + "as many", at: "samples")
    }
    let place = options.place("names") ?? options.place("samples")
    let places = try places(of: words, at: place, &draft)
    var samples = [[Double]](repeating: [], count: Int(places.max() ?? -1) + 1)
    for (place, number) in zip(places, numbers) { samples[Int(place)].append(number) }
    return samples
  }
}

extension PlotMark {
  /// Adds the numbers of samples: each value, or quartiles.
  fileprivate mutating func add(_ samples: [[Double]], asValues: Bool, _ draft: PlotDraft) {
    let names = draft.names?.names ?? []
    columns = [.words(draft.words.name)]
    columns +=
      asValues
      ? [.numbers(draft.words.value)]
      : [
        .numbers("count", decimals: 0), .numbers("lowest"), .numbers("lower quartile"),
        .numbers("median"), .numbers("upper quartile"), .numbers("highest"),
      ]
    var parts: [Text] = []
    for (place, sample) in samples.enumerated() {
      let values = sample.filter { $0.isFinite }
      guard let box = Quartiles(values) else { continue }
      let (low, high) = (values.min() ?? .nan, values.max() ?? .nan)
      if asValues {
        rows += values.map { [.text(names[place]), .number($0)] }
      } else {
        rows.append(
          [.text(names[place]), .number(Double(values.count))]
            + [low, box.lower, box.median, box.upper, high].map { .number($0) })
      }
      parts.append(
        "\(names[place]): median \(box.median, digits: 3), middle half \(box.lower, digits: 3) to "
          + "\(box.upper, digits: 3), \(values.count) values")
    }
    let more: Text = parts.count > 12 ? "; and \(parts.count - 12) more" : ""
    summary =
      parts.isEmpty
      ? "No finite values." : Text.joined(Array(parts.prefix(12)), separator: "; ") + more + "."
  }
}

/// Equal intervals over all finite values, and how many lie in each.
private struct Bins {
  private(set) var edges: [Double]
  private(set) var counts: [Double]
  /// How many values lie in them.
  let count: Int

  init(_ values: [Double], count bins: Int) {
    // Beyond these no scale has a place.
    let finite = values.filter { $0.magnitude <= 1e300 }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if high - low <= max(high.magnitude, low.magnitude) * 1e-12 {
      let half = max(0.5, low.magnitude * 0.05)
      (low, high) = (low - half, high + half)
    }
    count = finite.count
    edges = Grid.linear(from: low, to: high, count: bins + 1)
    counts = [Double](repeating: 0, count: bins)
    for value in finite {
      counts[min(bins - 1, max(0, Int((value - low) / (high - low) * Double(bins))))] += 1
    }
    if finite.isEmpty { (edges, counts) = ([], []) }
  }

  /// "40 values from 0.1 to 1.3; most, 9 of them, from 0.6 to 0.7."
  func summary(of all: Int, _ words: AxisWords) -> Text {
    guard count > 0, let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else {
      return "No finite values."
    }
    var text: Text = count == 1 ? "1 value" : "\(count) values"
    text += " from \(edges[0], digits: 3) to \(edges[counts.count], digits: 3); most, "
    text += "\(counts[most], decimals: 0) of them, from \(edges[most], digits: 3) to "
    text += "\(edges[most + 1], digits: 3)"
    if all > count { text += "; \(all - count) are no finite numbers" }
    return text + "."
  }
}
