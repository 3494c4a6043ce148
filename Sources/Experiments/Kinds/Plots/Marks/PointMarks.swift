import Plotting

extension Catalogs {
  /// Marks at points that are not joined.
  static var pointMarks: [MarkKind] {
    [
      mark(
        "dots", "a see-through dot for each pair of values",
        options: [
          MarkOption.series("y", "values, or a formula in x"), MarkOption.x, MarkOption.by,
          MarkOption.chosen, MarkOption.style, MarkOption.data,
        ], dots),
      mark(
        "points", "data points, each class with its shape and colour",
        options: [
          MarkOption.series("y", "values"), MarkOption.x,
          ExperimentOption(
            "classes", .series, default: OptionValue(.null),
            "0 to 7 each; default: one class, or those of 'by'"),
          ExperimentOption(
            "by", .column, default: OptionValue(.null),
            "a class for each different value of this column"), MarkOption.data,
        ], points),
    ]
  }

  private static func dots(_ options: Options, _ draft: inout PlotDraft) throws(ExperimentError)
    -> [PlotMark]
  {
    let groups = try MarkData(options, draft).colouredGroups()
    var marks: [PlotMark] = []
    for (number, group) in groups.enumerated() {
      let (x, y) = try group.data.series("y", &draft)
      let style = draft.colours.take(group, number, of: groups.count)
      let name = group.label ?? "dots"
      var mark = PlotMark.series(
        .dots(x: x, y: y, style: style).named(group.label ?? ""), name, x: x, y: y, draft.words)
      mark.summary = .cloud(x, y, draft.words)
      if group.label != nil { mark.key = [.dot(style, name)] }
      marks.append(mark)
    }
    return marks
  }

  private static func points(_ options: Options, _ draft: inout PlotDraft) throws(ExperimentError)
    -> [PlotMark]
  {
    let data = MarkData(options, draft)
    let groups = try data.groups(most: 8)
    guard groups.count == 1, groups[0].label == nil else { return [try points(groups, &draft)] }
    let (x, y) = try data.series("y", &draft)
    guard data.has("classes") else {
      // The blue circle of class 1, as there is no other one.
      let mark = Mark.points(x: x, y: y, classes: x.map { _ in 1 })
      var made = PlotMark.series(mark, "points", x: x, y: y, draft.words)
      made.summary = .cloud(x, y, draft.words)
      return [made]
    }
    let numbers = try data.numbers("classes", over: x)
    for (index, number) in numbers.enumerated()
    where !(number >= 0 && number <= 7 && number == number.rounded(.down)) {
      throw data.conflict(
        "class \(index + 1) is \(typed: number), expected a whole number from 0 to 7",
        at: "classes")
    }
    let classes = numbers.map { Int($0) }
    let count = max(2, (classes.max() ?? 0) + 1)
    return [
      .points(x, y, classes, names: (0..<count).map { "class \($0)" }, draft.words)
    ]
  }

  private static func points(_ groups: [MarkGroup], _ draft: inout PlotDraft)
    throws(ExperimentError) -> PlotMark
  {
    var (x, y, classes): ([Double], [Double], [Int]) = ([], [], [])
    for (number, group) in groups.enumerated() {
      let (placesOfGroup, valuesOfGroup) = try group.data.series("y", &draft)
      x += placesOfGroup
      y += valuesOfGroup
      classes += placesOfGroup.map { _ in number }
    }
    return .points(x, y, classes, names: groups.map { $0.label ?? "" }, draft.words)
  }
}

extension PlotMark {
  /// Points of classes, with the names of these.
  fileprivate static func points(
    _ x: [Double], _ y: [Double], _ classes: [Int], names: [Text], _ words: AxisWords
  ) -> PlotMark {
    var mark = PlotMark.series(
      .points(x: x, y: y, classes: classes), "points", x: x, y: y, words)
    mark.key = names.enumerated().map { .point($0, of: max(2, names.count), $1) }
    mark.columns.append(.words("class"))
    for row in mark.rows.indices { mark.rows[row].append(.text(names[classes[row]])) }
    mark.summary = ""
    for (number, name) in names.enumerated() {
      let own = classes.indices.filter { classes[$0] == number }
      guard !own.isEmpty else { continue }
      mark.summary += (mark.summary.isEmpty ? "" : " ") + name + ": "
      mark.summary += .cloud(own.map { x[$0] }, own.map { y[$0] }, words)
    }
    return mark
  }
}

extension Text {
  /// "11 points, x from 1 to 5.2 (mean 3.1), y from 1 to 4.4 (mean 2.2)."
  static func cloud(_ x: [Double], _ y: [Double], _ words: AxisWords) -> Text {
    let known = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
    guard !known.isEmpty else { return "No finite values." }
    let count: Text = known.count == 1 ? "1 point" : "\(known.count) points"
    return count + ", " + spread(known.map { x[$0] }, words.x) + ", "
      + spread(known.map { y[$0] }, words.y) + "."
  }

  /// "loss from 0.1 to 0.9 (mean 0.4)", or "loss 0.1" if all are alike.
  private static func spread(_ values: [Double], _ name: Text) -> Text {
    let (low, high) = (values.min() ?? .nan, values.max() ?? .nan)
    guard low != high else { return "\(name) \(low, digits: 3)" }
    // Divided first, so that the sum of huge numbers stays finite.
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    return "\(name) from \(low, digits: 3) to \(high, digits: 3) (mean \(mean, digits: 3))"
  }
}
