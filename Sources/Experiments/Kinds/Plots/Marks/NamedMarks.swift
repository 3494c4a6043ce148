import Plotting

extension Catalogs {
  /// Marks with a value or two beside each name of an axis of names.
  static var namedMarks: [MarkKind] {
    [
      mark(
        "bars", "a bar for each name; those of several marks stand side by side",
        options: [
          MarkOption.series("values", "one a name"), MarkOption.names, MarkOption.by,
          ExperimentOption(
            "chosen", .name, default: OptionValue(.null),
            "the bar to point out: its name, or its number from 1"),
          MarkOption.words("label", "what they are, in the key"), MarkOption.style,
          MarkOption.data,
        ], bars),
      mark(
        "intervals", "values with the interval in which each lies",
        options: [
          MarkOption.series("y", "values"), MarkOption.series("lower", "lower ends"),
          MarkOption.series("upper", "upper ends"), MarkOption.x, MarkOption.names,
          ExperimentOption(
            "lying", .boolean, default: OptionValue(.null),
            "whether values lie beside names; default: if these stand down the side"),
          MarkOption.style, MarkOption.data,
        ], intervals),
      mark(
        "dumbbells", "two values for each name down the side, joined",
        options: [
          MarkOption.series("from", "the hollow circles"), MarkOption.series("to", "the squares"),
          MarkOption.names, MarkOption.words("from-label", "what the circles are, in the key"),
          MarkOption.words("to-label", "what the squares are, in the key"), MarkOption.data,
        ], dumbbells),
    ]
  }

  private static func bars(_ options: Options, _ draft: inout PlotDraft) throws(ExperimentError)
    -> [PlotMark]
  {
    let groups = try MarkData(options, draft).colouredGroups()
    var marks: [PlotMark] = []
    for (number, group) in groups.enumerated() {
      let values = try NamedValues(["values"], of: group.data, &draft)
      let style = draft.colours.take(group, number, of: groups.count)
      let label = group.label ?? options.words(at: "label")
      var mark = values.mark(.annotation("", x: 0, y: 0), label.isEmpty ? "bars" : label, draft)
      mark.marks = []
      mark.bars = NamedBars(
        values: values.columns[0], style: style,
        chosen: try chosenBar(group.data, values.columns[0].count, draft))
      if !label.isEmpty { mark.key = [.area(style, label)] }
      marks.append(mark)
    }
    return marks
  }

  /// The place of the bar to point out.
  private static func chosenBar(_ data: MarkData, _ count: Int, _ draft: PlotDraft)
    throws(ExperimentError) -> Int?
  {
    guard data.has("chosen"), !data.has("by") else { return nil }
    let word = data.options.text("chosen")
    let names = draft.names?.names ?? []
    if let place = names.firstIndex(of: word) { return place }
    if let number = decimalNumber(word.bytes), number >= 1, number <= Double(count),
      number == number.rounded(.down)
    {
      return Int(number) - 1
    }
    throw .problem(
      OptionProblem(.unknownName(word, known: names), at: data.options.place("chosen")))
  }

  private static func intervals(_ options: Options, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [PlotMark]
  {
    let data = MarkData(options, draft)
    let style = draft.colours.take(options)
    guard !data.has("x") else {
      let (x, y) = try data.series("y", &draft)
      let (lower, upper) = (try data.numbers("lower", over: x), try data.numbers("upper", over: x))
      var mark = PlotMark.series(
        .intervals(at: x, values: y, lower: lower, upper: upper, style: style), "intervals", x: x,
        y: y, draft.words)
      mark.columns += [.numbers("lower"), .numbers("upper")]
      for row in mark.rows.indices { mark.rows[row] += [.value(lower[row]), .value(upper[row])] }
      return [mark]
    }
    let values = try NamedValues(["y", "lower", "upper"], of: data, &draft)
    let (y, lower, upper) = (values.columns[0], values.columns[1], values.columns[2])
    let isLying = data.has("lying") ? options.boolean("lying") : draft.words.isLying
    let drawn: Mark =
      isLying
      ? .lyingIntervals(values: y, lower: lower, upper: upper, style: style)
      : .intervals(
        at: y.indices.map { Double($0) }, values: y, lower: lower, upper: upper, style: style)
    return [values.mark(drawn, "intervals", draft)]
  }

  private static func dumbbells(_ options: Options, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [PlotMark]
  {
    let values = try NamedValues(["from", "to"], of: MarkData(options, draft), &draft)
    let (from, to) = (options.words(at: "from-label"), options.words(at: "to-label"))
    var mark = values.mark(
      .dumbbells(from: values.columns[0], to: values.columns[1]), "dumbbells", draft)
    mark.key = [
      .dumbbell(.category(0), isHollow: true, from.isEmpty ? "from" : from),
      .dumbbell(.category(1), isHollow: false, to.isEmpty ? "to" : to),
    ]
    return [mark]
  }
}

/// Values for the names of an axis, in their order; NaN where a name has none.
struct NamedValues {
  private let options: [Name]
  /// One for each option.
  private(set) var columns: [[Double]]

  /// The values of some options of a mark.
  ///
  /// - Throws: an error if a name has two values, or values have no name.
  init(_ options: [Name], of data: MarkData, _ draft: inout PlotDraft) throws(ExperimentError) {
    self.options = options
    columns = []
    var places: [Int]?
    for option in options {
      let numbers = try data.numbers(option)
      if places == nil { places = try data.places(ofNamed: numbers.count, option, &draft) }
      let known = places ?? []
      guard numbers.count == known.count else {
        throw data.conflict(
          "option '\(option.text)' has \(numbers.count) numbers, expected \(known.count) as "
            + "'\(options[0].text)'", at: option)
      }
      var values = [Double](repeating: .nan, count: (known.max() ?? -1) + 1)
      var isTaken = values.map { _ in false }
      for (place, number) in zip(known, numbers) {
        guard !isTaken[place] else {
          let name = draft.names?.names[place] ?? ""
          throw data.conflict(
            "'\(name.shortened)' has several values, expected one: 'strips' and 'boxes' show all, "
              + "and 'by' divides them", at: option)
        }
        values[place] = number
        isTaken[place] = true
      }
      columns.append(values)
    }
  }

  /// The mark with its part of the table.
  func mark(_ mark: Mark, _ name: Text, _ draft: PlotDraft) -> PlotMark {
    let names = draft.names?.names ?? []
    var made = PlotMark(marks: [mark], name: name, y: columns.flatMap { $0 })
    made.columns = [.words(draft.words.name)]
    for (number, option) in options.enumerated() {
      made.columns.append(
        .numbers(number == 0 && options.count != 2 ? draft.words.value : option.text))
    }
    for place in columns[0].indices where columns.contains(where: { !$0[place].isNaN }) {
      made.rows.append([.text(names[place])] + columns.map { .value($0[place]) })
    }
    made.summary = summary(names)
    return made
  }

  /// "SGD 880, Adam 96." or of two options "digits from 0.91 to 0.98."
  private func summary(_ names: [Text]) -> Text {
    var parts: [Text] = []
    for place in columns[0].indices where columns[0][place].isFinite {
      let numbers = columns.map { "\($0[place], digits: 3)" as Text }
      switch numbers.count {
      case 1: parts.append("\(names[place]) \(numbers[0])")
      case 2: parts.append("\(names[place]) from \(numbers[0]) to \(numbers[1])")
      default: parts.append("\(names[place]) \(numbers[0]) (\(numbers[1]) to \(numbers[2]))")
      }
    }
    guard !parts.isEmpty else { return "No finite values." }
    guard parts.count > 12 else { return Text.joined(parts) + "." }
    return Text.joined(Array(parts.prefix(6))) + ", and \(parts.count - 6) more; " + ends(names)
  }

  private func ends(_ names: [Text]) -> Text {
    let values = columns[0]
    let known = values.indices.filter { values[$0].isFinite }
    let low = known.min { values[$0] < values[$1] } ?? 0
    let high = known.max { values[$0] < values[$1] } ?? 0
    return "lowest \(values[low], digits: 3) at \(names[low]), highest \(values[high], digits: 3) "
      + "at \(names[high])."
  }
}

extension MarkData {
  /// The words beside which values stand: those of the mark, else of the column that the axis
  /// names; nil for the names of the axis in their order.
  func namesOfValues(_ draft: PlotDraft) throws(ExperimentError)
    -> (words: [Text], option: Name)?
  {
    if has("names") { return (try words("names"), "names") }
    guard let column = draft.names?.column, let table, table.source == column.source else {
      return nil
    }
    let cells = table.words(try table.column(column.name, at: options.place("data")))
    return (rows.map { cells[$0] }, "names")
  }

  /// The places of so many values on the axis of names.
  func places(ofNamed count: Int, _ option: Name, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [Int]
  {
    if let (words, _) = try namesOfValues(draft) {
      guard words.count == count else {
        throw conflict(
          "option '\(option.text)' has \(count) numbers and there are \(words.count) names, expected "
            + "as many", at: option)
      }
      return try places(of: words, at: options.place("names") ?? options.place(option), &draft)
        .map { Int($0) }
    }
    let known = draft.names?.names.count ?? 0
    guard draft.names?.isOpen ?? true || count == known else {
      throw conflict(
        "option '\(option.text)' has \(count) values and the axis \(known) names, expected as many",
        at: option)
    }
    let words = (0..<count).map { "\($0 + 1)" as Text }
    guard draft.names?.isOpen ?? true else { return Array(0..<count) }
    return try places(of: words, at: options.place(option), &draft).map { Int($0) }
  }
}
