import Plotting

/// The axes of a {plot} block while its marks are made.
struct PlotAxes {
  private(set) var x: Axis
  private(set) var y: Axis
  private let options: Options

  /// The axes as they are written. Marks that stand beside names get an axis of names, if there is
  /// none.
  init(_ options: Options) throws(ExperimentError) {
    self.options = options
    x = Catalogs.axes.product(options, "x")
    y = Catalogs.axes.product(options, "y")
    guard !x.scale.hasNames || !y.scale.hasNames else {
      throw .conflict("both axes have names, expected one of them", at: options.place("y"))
    }
    guard !x.scale.hasNames, !y.scale.hasNames else { return }
    for mark in options.variants("marks") {
      switch mark.needsNames {
      case .along: x.scale = .category([])
      case .downTheSide: y.scale = .category([])
      case .none: continue
      }
      return
    }
  }

  /// The names of the axis that has them; nil if none has.
  ///
  /// - Throws: an error at names that repeat or that no table has.
  func names(_ table: SourceTable?) throws(ExperimentError) -> PlotNames? {
    guard x.scale.hasNames || y.scale.hasNames else { return nil }
    let inner = options.variant(x.scale.hasNames ? "x" : "y").options
    switch inner["names"] {
    case .words(let names):
      for (place, name) in names.enumerated() where names[..<place].contains(name) {
        throw .conflict(
          "the name '\(name.shortened)' comes twice, expected different ones",
          at: inner.place("names"))
      }
      return PlotNames(names)
    case .column(let column):
      guard let table else { return PlotNames([], isOpen: true) }
      let place = inner.place("names")
      let names = RowGroups(table.words(try table.column(column, at: place))).labels
      guard names.count <= PlotNames.most else {
        throw .conflict(
          "column '\(column.shortened)' has \(names.count) different names, expected at most "
            + "\(PlotNames.most)", at: place)
      }
      return PlotNames(names, column: (column, table.source))
    default: return PlotNames([], isOpen: true)
    }
  }

  /// Puts the names of the marks on their axis, and on each logarithmic one what it cannot show.
  mutating func finish(_ names: [Text], _ leftOut: LeftOutValues) {
    if x.scale.hasNames { x.scale = .category(names) }
    if y.scale.hasNames { y.scale = .category(names) }
    x.unit = LeftOutValues.unit(x.unit, leftOut.x)
    y.unit = LeftOutValues.unit(y.unit, leftOut.y)
  }
}

extension Options.Kind {
  /// Where a mark needs names.
  fileprivate enum Names {
    case none, along, downTheSide
  }

  fileprivate var needsNames: Names {
    let name = Catalogs.marks.kinds[kind].variant.name
    for along: Name in ["bars", "boxes", "strips", "violins"] where name.matches(along.text) {
      return .along
    }
    if name.matches("dumbbells") { return .downTheSide }
    if name.matches("intervals"), !options.has("x") {
      return options.has("lying") && options.boolean("lying") ? .downTheSide : .along
    }
    return .none
  }
}

/// How many values the logarithmic axes of a plot cannot show.
struct LeftOutValues {
  private(set) var x = 0
  private(set) var y = 0

  init(_ marks: [PlotMark], _ axes: PlotAxes, _ words: AxisWords) {
    for mark in marks {
      let isLying = mark.x.isEmpty && words.isLying
      let (along, up) = isLying ? (mark.y, []) : (mark.x, mark.y)
      if case .log = axes.x.scale { x += along.count { $0 <= 0 } }
      if case .log = axes.y.scale { y += up.count { $0 <= 0 } }
    }
  }

  /// A unit, and how many values are not shown.
  static func unit(_ unit: Text, _ count: Int) -> Text {
    guard count > 0 else { return unit }
    let note: Text = (count == 1 ? "1 value" : "\(count) values") + " ≤ 0 left out"
    return unit.isEmpty ? note : unit + ", " + note
  }

  /// What the text alternative says of them.
  func sentences(_ words: AxisWords) -> [Text] {
    [(x, words.x), (y, words.y)].filter { $0.0 > 0 }.map { count, axis in
      let values: Text = count == 1 ? "1 value of \(axis) is" : "\(count) values of \(axis) are"
      return values + " 0 or below and not on its logarithmic axis."
    }
  }
}
