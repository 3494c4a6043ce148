import Plotting

extension Catalogs {
  /// Contours of a formula, and ways through them.
  static var fieldMarks: [MarkKind] {
    [
      mark(
        "contours", "a formula in x and y as filled contours, a factor of 2 a band",
        options: [
          MarkOption.series("z", "a formula in x and y, above 0"),
          ExperimentOption(
            "reach", .number(OptionType.aboveZero...1e6), default: .number(2),
            "x and y go from -reach to reach"),
        ], contours),
      mark(
        "path", "the way of a point through contours, a dot at every step",
        options: [
          MarkOption.series("x", "where it was"), MarkOption.series("y", "where it was"),
          MarkOption.words("label", "words at its end"),
          MarkOption.words("start", "words at its start"), MarkOption.data,
        ], path),
    ]
  }

  private static func contours(_ options: Options, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [PlotMark]
  {
    let data = MarkData(options, draft)
    let (rows, columns) = (61, 81)
    let reach = options.number("reach")
    let region = Region(x: (-reach * 1.32, reach * 1.32), y: (-reach, reach))
    let formula = try data.formulaOfPlane("z")
    let places = region.points(rows: rows, columns: columns)
    let z = (0..<(rows * columns)).map {
      formula(Double(places[2 * $0]), Double(places[2 * $0 + 1]))
    }
    let field = ScalarField(rows: rows, columns: columns, values: z, region: region)
    var mark = PlotMark(marks: [.terrain(field)], name: "contours", y: z)
    let known = z.indices.filter { z[$0].isFinite }
    guard let low = known.min(by: { z[$0] < z[$1] }), let high = known.max(by: { z[$0] < z[$1] })
    else {
      throw data.conflict("the formula has no finite value within the reach", at: "z")
    }
    func described(_ place: Int) -> Text {
      "\(z[place], digits: 3) at \(Double(places[2 * place]), digits: 2), "
        + "\(Double(places[2 * place + 1]), digits: 2)"
    }
    mark.summary = "A terrain, lowest \(described(low)), highest \(described(high))."
    mark.columns = [.numbers(draft.words.x), .numbers(draft.words.y), .numbers("z")]
    for row in stride(from: 0, to: rows, by: 6) {
      for place in stride(from: row * columns, to: (row + 1) * columns, by: 8) {
        mark.rows.append([
          .number(Double(places[2 * place])), .number(Double(places[2 * place + 1])),
          .value(z[place]),
        ])
      }
    }
    return [mark]
  }

  private static func path(_ options: Options, _ draft: inout PlotDraft) throws(ExperimentError)
    -> [PlotMark]
  {
    let data = MarkData(options, draft)
    let x = try data.numbers("x")
    let y = try data.numbers("y", over: x)
    let label = options.words(at: "label")
    let drawn = Mark.trajectory(
      x: x, y: y, label: label, startLabel: options.words(at: "start"))
    var mark = PlotMark.series(drawn, label.isEmpty ? "path" : label, x: x, y: y, draft.words)
    mark.columns.insert(.numbers("step", decimals: 0), at: 0)
    for row in mark.rows.indices { mark.rows[row].insert(.number(Double(row)), at: 0) }
    mark.summary = "A way of \(x.count) points, from \(x.first ?? .nan, digits: 2), "
    mark.summary += "\(y.first ?? .nan, digits: 2) to \(x.last ?? .nan, digits: 2), "
    mark.summary += "\(y.last ?? .nan, digits: 2)."
    return [mark]
  }
}
