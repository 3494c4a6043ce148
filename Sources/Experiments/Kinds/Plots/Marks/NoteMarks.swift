import Plotting

extension Catalogs {
  /// Lines and words that explain.
  static var noteMarks: [MarkKind] {
    [
      mark(
        "rule", "a reference line at an x or at a y",
        options: [
          ExperimentOption("x", .anyNumber, default: OptionValue(.null), "of an upright line"),
          ExperimentOption("y", .anyNumber, default: OptionValue(.null), "of a level line"),
          MarkOption.words("label", "words beside it"),
        ]
      ) { options, draft throws(ExperimentError) in
        let label = options.words(at: "label")
        var made = PlotMark(marks: [], name: label.isEmpty ? "rule" : label)
        if options.has("x") {
          made.marks.append(.rule(x: options.number("x"), label: label))
          made.summary += "at \(draft.words.x) \(options.number("x"), digits: 4). "
        }
        if options.has("y") {
          made.marks.append(.rule(y: options.number("y"), label: label))
          made.summary += "at \(draft.words.y) \(options.number("y"), digits: 4)."
        }
        return [made]
      },
      note("note", "a few words at a point") { .annotation($0, x: $1, y: $2) },
      note("ring", "a ring around the best or chosen point") { .ring(x: $1, y: $2, label: $0) },
    ]
  }

  private static func note(
    _ name: Name, _ summary: StaticString,
    _ drawn: @escaping @Sendable (Text, Double, Double) -> Mark
  ) -> MarkKind {
    mark(
      name, summary,
      options: [
        ExperimentOption("label", .text, "the words"), MarkOption.number("x", "where"),
        MarkOption.number("y", "where"),
      ]
    ) { options, draft in
      let (label, x, y) = (options.text("label"), options.number("x"), options.number("y"))
      var made = PlotMark(marks: [drawn(label, x, y)], name: label)
      made.summary = "at \(draft.words.x) \(x, digits: 4), \(draft.words.y) \(y, digits: 4)."
      return [made]
    }
  }
}
