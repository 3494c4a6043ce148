import Plotting

extension Catalogs {
  /// Marks over x that are joined.
  static var lineMarks: [MarkKind] {
    [
      line("line", "a line through points") { .line(x: $0, y: $1, style: $2, label: $3) },
      line("steps", "a line that keeps each value until the next x") {
        .steps(x: $0, y: $1, style: $2, label: $3)
      },
      line("area", "a line with the area down to zero filled") {
        .area(x: $0, y: $1, style: $2, label: $3)
      },
      line("diverged", "a run that diverged: dashes to the top and a cross") { x, y, _, label in
        .divergedLine(x: x, y: y, label: label)
      },
      mark(
        "band", "a filled band between two series",
        options: [
          MarkOption.series("lower", "the lower edge"),
          MarkOption.series("upper", "the upper edge"), MarkOption.x, MarkOption.by,
          MarkOption.style, MarkOption.data,
        ], bands),
    ]
  }

  private static func line(
    _ name: Name, _ summary: StaticString,
    _ drawn: @escaping @Sendable ([Double], [Double], Style, Text) -> Mark
  ) -> MarkKind {
    mark(
      name, summary,
      options: [
        MarkOption.series("y", "values, or a formula in x"), MarkOption.x, MarkOption.by,
        MarkOption.chosen, MarkOption.label, MarkOption.style, MarkOption.data,
      ]
    ) { options, draft throws(ExperimentError) in
      let data = MarkData(options, draft)
      let groups = try data.colouredGroups()
      var marks: [PlotMark] = []
      for (number, group) in groups.enumerated() {
        let (x, y) = try group.data.series("y", &draft)
        let style = draft.colours.take(group, number, of: groups.count)
        let label = group.label ?? options.words(at: "label")
        marks.append(
          .series(
            drawn(x, y, style, label), label.isEmpty ? name.text : label, x: x, y: y, draft.words))
      }
      return marks
    }
  }

  /// A band has the colour of the line that follows it.
  private static func bands(_ options: Options, _ draft: inout PlotDraft) throws(ExperimentError)
    -> [PlotMark]
  {
    let groups = try MarkData(options, draft).colouredGroups()
    var colours = draft.colours
    var marks: [PlotMark] = []
    for (number, group) in groups.enumerated() {
      let x = try group.data.places(besides: "lower", &draft)
      let lower = try group.data.numbers("lower", over: x)
      let upper = try group.data.numbers("upper", over: x)
      let style = colours.take(group, number, of: groups.count)
      let name = group.label ?? "band"
      let drawn = Mark.band(x: x, lower: lower, upper: upper, style: style)
      var mark = PlotMark(
        marks: [group.label.map { drawn.named($0) } ?? drawn], name: name, x: x,
        y: lower + upper)
      mark.columns = [
        .numbers(draft.words.x), .numbers("lower"), .numbers("upper"),
      ]
      mark.rows = x.indices.map { [.value(x[$0]), .value(lower[$0]), .value(upper[$0])] }
      mark.summary = .band(x, lower, upper, draft.words)
      marks.append(mark)
    }
    return marks
  }
}

extension PlotMark {
  /// A series over x.
  static func series(
    _ mark: Mark, _ name: Text, x: [Double], y: [Double], _ words: AxisWords
  ) -> PlotMark {
    var series = PlotMark(marks: [mark], name: name, x: x, y: y)
    series.summary = .course(of: y, at: x, unit: words.x)
    series.columns = [.numbers(words.x), .numbers(words.y)]
    series.rows = x.indices.map { [.value(x[$0]), .value(y[$0])] }
    return series
  }
}

extension Table.Cell {
  /// A number, or nothing where there is none.
  static func value(_ number: Double) -> Table.Cell { number.isNaN ? .empty : .number(number) }
}

extension Text {
  /// "From 0.2 to 0.9 at x 1, from 0.1 to 0.2 at x 12; widest, 0.7, at x 1."
  fileprivate static func band(
    _ x: [Double], _ lower: [Double], _ upper: [Double], _ words: AxisWords
  ) -> Text {
    let known = x.indices.filter {
      x[$0].isFinite && lower[$0].isFinite && upper[$0].isFinite
    }
    guard let first = known.first, let last = known.last else { return "No finite values." }
    func ends(_ place: Int) -> Text {
      "from \(lower[place], digits: 2) to \(upper[place], digits: 2) at \(words.x) "
        + "\(x[place], digits: 4)"
    }
    var widest = first
    for place in known where upper[place] - lower[place] > upper[widest] - lower[widest] {
      widest = place
    }
    var text: Text = "A band " + ends(first)
    if last != first { text += ", " + ends(last) }
    if widest != first, widest != last { text += ", widest " + ends(widest) }
    return text + "."
  }
}
