import Plotting

/// What the marks of a plot share while they are made, one after the other.
struct PlotDraft {
  /// All tables that the block names.
  private let tables: [SourceTable]
  /// The block's own.
  private(set) var table: SourceTable?
  /// The names of an axis of names.
  var names: PlotNames?
  /// The colours that are taken.
  var colours: MarkColours
  /// What the numbers along each axis are, for the table and the text alternative.
  let words: AxisWords

  init(_ options: Options, _ tables: [SourceTable], words: AxisWords) throws(ExperimentError) {
    self.tables = tables
    self.words = words
    let marks = options.variants("marks")
    colours = MarkColours(
      hasChosen: marks.contains { mark in
        let options = mark.options
        return options.has("chosen") || options.has("style") && options.choice("style") == 0
      })
    if case .table(let source) = options["data"] { table = self.table(source) }
    for use in options.tables where self.table(use.source) == nil {
      throw .conflict("tables can only be read by nnbook itself", at: use.place)
    }
  }

  /// What the host read.
  func table(_ source: TableSource) -> SourceTable? { tables.first { $0.source == source } }
}

/// What numbers along the axes are called.
struct AxisWords {
  let x: Text
  let y: Text
  /// Whether names stand down the side.
  let isLying: Bool
  /// Whether one of the axes has names.
  let hasNames: Bool

  init(_ x: Axis, _ y: Axis) {
    isLying = y.scale.hasNames
    hasNames = isLying || x.scale.hasNames
    self.x = x.title.isEmpty ? "x" : x.title
    self.y = y.title.isEmpty ? "y" : y.title == x.title ? y.title + " (y)" : y.title
  }

  /// The column of the names, where one of the axes has them.
  var name: Text {
    let word = isLying ? y : x
    return word == "x" || word == "y" ? "name" : word
  }

  /// The column of the values beside names.
  var value: Text {
    let word = isLying ? x : y
    return word == "x" || word == "y" ? "value" : word
  }
}

extension Axis.Scale {
  /// Whether it has a place for each name.
  var hasNames: Bool {
    if case .category = self { return true }
    return false
  }
}

/// Deals out colours in their order.
struct MarkColours {
  /// Orange is the colour of the chosen one: where there is one, no other has it.
  private let hasChosen: Bool
  private var taken = 0

  init(hasChosen: Bool) { self.hasChosen = hasChosen }

  /// The colour that is next.
  var next: Style { .category(number) }

  private var number: Int { hasChosen && taken % 8 == 1 ? taken + 1 : taken }

  /// The style that the options of a mark ask for, or else the next colour.
  mutating func take(_ options: Options) -> Style {
    if let style = options.style { return style }
    defer { taken = number + 1 }
    return next
  }

  /// The style of a group: the chosen one's, that of all, a step of the ramp, or the next colour.
  mutating func take(_ group: MarkGroup, _ number: Int, of count: Int) -> Style {
    let options = group.data.options
    if let label = group.label, options.has("chosen"), options.text("chosen") == label {
      return .chosen
    }
    guard group.isOrdered, !options.has("style") else { return take(options) }
    return .ordered(number, of: count)
  }
}

extension Options {
  /// The style that a mark asks for; nil for the next colour.
  var style: Style? {
    guard has("style") else { return nil }
    switch choice("style") {
    case 0: return .chosen
    case 1: return .reference
    case 2: return .ink
    case 3: return .bad
    default: return .category(choice("style") - 4)
    }
  }

  static let styleNames: [Name] = [
    "chosen", "reference", "ink", "bad", "blue", "orange", "teal", "plum", "slate", "umber",
    "violet", "olive",
  ]
}
