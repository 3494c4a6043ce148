import Plotting

extension Catalogs {
  /// The marks of a {plot} block.
  static let marks = Catalog<PlotMarkMaker>(kinds: lines + points + distributions + notes)

  // MARK: - Options

  private static let x = ExperimentOption(
    "x", .series, default: OptionValue(.null),
    "places; default: 1, 2, 3, …, for a formula 201 from -5 to 5")
  private static let label = ExperimentOption(
    "label", .text, default: OptionValue(.null), "words at the right end")
  private static let style = ExperimentOption(
    "style", .choice(Options.styleNames), default: OptionValue(.null),
    "what it is or its colour; default: the next colour")

  private static func series(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .series, meaning)
  }

  private static func number(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .anyNumber, meaning)
  }

  private static func words(_ options: Options) -> Text {
    options.has("label") ? options.text("label") : ""
  }

  // MARK: - Series

  private static var lines: [Catalog<PlotMarkMaker>.Kind] {
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
      .init(
        "band", "a filled band between two series",
        options: [
          series("lower", "the lower edge"), series("upper", "the upper edge"), x, style,
        ]
      ) { options in
        let given = PlotSeries(options)
        let x = given.x(besides: "lower")
        let (lower, upper) = (given.numbers("lower", at: x), given.numbers("upper", at: x))
        return { number in
          var mark = PlotMark.series(
            .band(x: x, lower: lower, upper: upper, style: options.style(number)), "band",
            x: x + x, y: lower + upper)
          mark.summary = "A band of \(lower.count) places."
          return mark
        }
      },
    ]
  }

  private static func line(
    _ name: Name, _ summary: StaticString,
    _ mark: @escaping @Sendable ([Double], [Double], Style, Text) -> Mark
  ) -> Catalog<PlotMarkMaker>.Kind {
    .init(name, summary, options: [series("y", "values, or a formula in x"), x, label, style]) {
      options in
      let given = PlotSeries(options)
      let x = given.x(besides: "y")
      let y = given.numbers("y", at: x)
      let label = words(options)
      return { number in
        .series(
          mark(x, y, options.style(number), label), label.isEmpty ? name.text : label, x: x, y: y)
      }
    }
  }

  // MARK: - Points and bars

  private static var points: [Catalog<PlotMarkMaker>.Kind] {
    [
      .init(
        "dots", "a see-through dot for each pair of values",
        options: [series("y", "values, or a formula in x"), x, style]
      ) { options in
        let given = PlotSeries(options)
        let x = given.x(besides: "y")
        let y = given.numbers("y", at: x)
        return { number in
          .series(.dots(x: x, y: y, style: options.style(number)), "dots", x: x, y: y)
        }
      },
      .init(
        "points", "data points by class, each class with its shape",
        options: [
          series("y", "values"), series("x", "places"), series("classes", "0, 1, 2, … each"),
        ]
      ) { options in
        let given = PlotSeries(options)
        let x = given.x(besides: "y")
        let y = given.numbers("y", at: x)
        let classes = given.numbers("classes", at: x).map { Int(max(0, min(7, $0.isNaN ? 0 : $0))) }
        let count = max(2, (classes.max() ?? 0) + 1)
        return { _ in
          var mark = PlotMark.series(
            .points(x: x, y: y, classes: classes), "points", x: x, y: y)
          mark.summary = "\(y.count) points of \(count) classes."
          mark.key = (0..<count).map { .point($0, of: count, "class \($0)") }
          return mark
        }
      },
      .init(
        "bars", "a bar for each name of the axis of names",
        options: [
          series("values", "one a name"), style,
          ExperimentOption(
            "chosen", .integer(1...200), default: OptionValue(.null), "the bar to point out, from 1"
          ),
        ]
      ) { options in
        let values = PlotSeries(options).numbers("values", at: [])
        let chosen = options.has("chosen") ? options.integer("chosen") - 1 : nil
        return { number in
          list(.bars(values, style: options.style(number), chosen: chosen), "bars", values)
        }
      },
      .init(
        "intervals", "values with the interval in which each lies",
        options: [
          series("y", "values"), series("lower", "lower ends"), series("upper", "upper ends"), x,
          ExperimentOption(
            "lying", .boolean, default: .boolean(false), "whether values lie beside names"), style,
        ]
      ) { options in
        let given = PlotSeries(options)
        let y = given.numbers("y", at: [])
        let (lower, upper) = (given.numbers("lower", at: []), given.numbers("upper", at: []))
        let isLying = options.boolean("lying")
        let isNamed = !options.has("x")
        let x = isNamed ? y.indices.map { Double($0) } : given.x(besides: "y")
        return { number in
          let style = options.style(number)
          return list(
            isLying
              ? .lyingIntervals(values: y, lower: lower, upper: upper, style: style)
              : .intervals(at: x, values: y, lower: lower, upper: upper, style: style),
            "intervals", y)
        }
      },
      .init(
        "dumbbells", "two values for each name down the side, joined",
        options: [series("from", "the hollow circles"), series("to", "the squares")]
      ) { options in
        let given = PlotSeries(options)
        let (from, to) = (given.numbers("from", at: []), given.numbers("to", at: []))
        return { _ in
          var mark = list(.dumbbells(from: from, to: to), "dumbbells", from + to)
          mark.key = [
            .dumbbell(.category(0), isHollow: true, "from"),
            .dumbbell(.category(1), isHollow: false, "to"),
          ]
          return mark
        }
      },
    ]
  }

  /// Values beside names.
  private static func list(_ mark: Mark, _ name: Text, _ values: [Double]) -> PlotMark {
    var summary = Text()
    for (index, value) in values.prefix(12).enumerated() {
      summary += (index > 0 ? ", " : "") + "\(value, digits: 3)"
    }
    return PlotMark(
      marks: [mark], name: name, x: values.indices.map { Double($0 + 1) }, y: values,
      summary: "Values " + summary + (values.count > 12 ? ", …" : "") + ".")
  }

  // MARK: - Distributions and fields

  private static var distributions: [Catalog<PlotMarkMaker>.Kind] {
    [
      .init(
        "histogram", "how many values lie in each of some intervals",
        options: [
          series("values", "the values"),
          ExperimentOption("bins", .integer(1...200), default: .number(20), "intervals"), style,
        ]
      ) { options in
        let values = PlotSeries(options).numbers("values", at: [])
        let bins = Bins(values, count: options.integer("bins"))
        return { number in
          PlotMark(
            marks: [
              .histogram(edges: bins.edges, counts: bins.counts, style: options.style(number))
            ], name: "histogram", x: Array(bins.edges.dropLast()), y: bins.counts,
            summary: "\(values.count) values from \(bins.edges.first ?? .nan, digits: 3) to "
              + "\(bins.edges.last ?? .nan, digits: 3).")
        }
      },
      samples("boxes", "quartiles, whiskers and outliers of each sample") {
        .boxes($0, style: $1)
      },
      samples("strips", "a dot for each value of each sample") { .strips($0, style: $1) },
      samples("violins", "the density of each sample") { .violins($0, style: $1) },
      .init(
        "contours", "a formula in x and y as filled contours, a factor of 2 a band",
        options: [
          series("z", "a formula in x and y, above 0"),
          ExperimentOption(
            "reach", .number(OptionType.aboveZero...1e6), default: .number(2),
            "x and y go from -reach to reach"),
        ]
      ) { options in
        let field = contourField(options)
        return { _ in
          PlotMark(
            marks: [.terrain(field)], name: "contours", y: field.values,
            summary: "A terrain over the plane.")
        }
      },
      path,
    ]
  }

  private static var path: Catalog<PlotMarkMaker>.Kind {
    .init(
      "path", "the way of a point through contours, a dot at every step",
      options: [
        series("x", "where it was"), series("y", "where it was"),
        ExperimentOption("label", .text, default: OptionValue(.null), "words at its end"),
        ExperimentOption("start", .text, default: OptionValue(.null), "words at its start"),
      ]
    ) { options in
      let given = PlotSeries(options)
      let (x, y) = (given.numbers("x", at: []), given.numbers("y", at: []))
      let start = options.has("start") ? options.text("start") : ""
      return { _ in
        var mark = PlotMark.series(
          .trajectory(x: x, y: y, label: words(options), startLabel: start), "path", x: x, y: y)
        mark.summary = "A way of \(x.count) points, from \(x.first ?? .nan, digits: 2), "
        mark.summary += "\(y.first ?? .nan, digits: 2) to \(x.last ?? .nan, digits: 2), "
        mark.summary += "\(y.last ?? .nan, digits: 2)."
        return mark
      }
    }
  }

  private static func samples(
    _ name: Name, _ summary: StaticString, _ mark: @escaping @Sendable ([[Double]], Style) -> Mark
  ) -> Catalog<PlotMarkMaker>.Kind {
    .init(
      name, summary,
      options: [
        ExperimentOption("samples", .tensors, "a list of numbers for each name"), style,
      ]
    ) { options in
      let samples = options.tensors("samples").map { $0.flatMap { $0 } }
      return { number in
        var made = list(mark(samples, options.style(number)), name.text, samples.flatMap { $0 })
        made.isTall = true
        return made
      }
    }
  }

  private static func contourField(_ options: Options) -> ScalarField {
    let reach = options.number("reach")
    let region = Region(x: (-reach * 1.32, reach * 1.32), y: (-reach, reach))
    guard case .text(let text) = options["z"], let formula = try? Formula(text) else {
      return ScalarField(rows: 0, columns: 0, values: [Double](), region: region)
    }
    let points = region.points(rows: 61, columns: 81)
    let values = (0..<(61 * 81)).map { formula(Double(points[2 * $0]), Double(points[2 * $0 + 1])) }
    return ScalarField(rows: 61, columns: 81, values: values, region: region)
  }

  // MARK: - Notes

  private static var notes: [Catalog<PlotMarkMaker>.Kind] {
    [
      .init(
        "rule", "a reference line at an x or at a y",
        options: [
          ExperimentOption("x", .anyNumber, default: OptionValue(.null), "of an upright line"),
          ExperimentOption("y", .anyNumber, default: OptionValue(.null), "of a level line"),
          ExperimentOption("label", .text, default: OptionValue(.null), "words beside it"),
        ]
      ) { options in
        let label = words(options)
        return { _ in
          var marks: [Mark] = []
          if options.has("x") { marks.append(.rule(x: options.number("x"), label: label)) }
          if options.has("y") { marks.append(.rule(y: options.number("y"), label: label)) }
          return PlotMark(marks: marks, name: label)
        }
      },
      note("note", "a few words at a point") { .annotation($0, x: $1, y: $2) },
      note("ring", "a ring around the best or chosen point") { .ring(x: $1, y: $2, label: $0) },
    ]
  }

  private static func note(
    _ name: Name, _ summary: StaticString,
    _ mark: @escaping @Sendable (Text, Double, Double) -> Mark
  ) -> Catalog<PlotMarkMaker>.Kind {
    .init(
      name, summary,
      options: [
        ExperimentOption("label", .text, "the words"), number("x", "where"), number("y", "where"),
      ]
    ) { options in
      let made = mark(options.text("label"), options.number("x"), options.number("y"))
      return { _ in PlotMark(marks: [made], name: "") }
    }
  }
}

/// Equal intervals over all finite values, and how many lie in each.
private struct Bins {
  var edges: [Double]
  var counts: [Double]

  init(_ values: [Double], count: Int) {
    let finite = values.filter { $0.isFinite }
    let low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if low == high { high = low + max(1, low.magnitude) }
    edges = Grid.linear(from: low, to: high, count: count + 1)
    counts = [Double](repeating: 0, count: count)
    for value in finite {
      counts[min(count - 1, max(0, Int((value - low) / (high - low) * Double(count))))] += 1
    }
  }
}
