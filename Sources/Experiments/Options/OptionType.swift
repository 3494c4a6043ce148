public import Plotting

/// What values an option takes.
public indirect enum OptionType: Sendable {
  /// A whole number in a range.
  case integer(ClosedRange<Int64>)
  /// A number in a range.
  case number(ClosedRange<Double>)
  /// `true` or `false`.
  case boolean
  /// Words.
  case text
  /// One of some names.
  case choice([Name])
  /// One or several of some names.
  case names([Name])
  /// Numbers in a range: one, `[a, b, c]`, `{linear: [from, to, count]}` or
  /// `{log: [from, to, count]}`.
  case grid(ClosedRange<Double>)
  /// Rows of numbers; a flat list is one row.
  case rows
  /// One list or list of lists of numbers a layer.
  case tensors
  /// One of a catalogue by the variant rule: `name`, `name: value` or `name: {option: value}`.
  case variant([VariantKind])
  /// A network: `[2, 16, 1]`, or a list of layers by the variant rule.
  case layers
  /// The layers within a layer: a list by the variant rule, which may be empty.
  case body
  /// Several of them, side by side.
  case bodies
  /// Whole numbers, one for each axis; a single number is one axis.
  case axes(ClosedRange<Int64>, count: ClosedRange<Int>)
  /// Several networks of the short form: `[[2, 4, 1], [2, 64, 1]]`.
  case capacities
  /// Numbers to be drawn: a list, `{linear: …}`, `{log: …}`, a column of a table, or a formula in x
  /// and columns.
  case series
  /// A formula in x and y.
  case formula
  /// Rows of numbers, some of which may be missing, or a column of a table.
  case matrix
  /// Lists of numbers that are samples, or numbers whose names divide them into samples.
  case samples
  /// Names: a list, or a column of a table.
  case words
  /// A name, or a number as one.
  case name
  /// A column of a table.
  case column
  /// A table: a file, or the numbers of another block.
  case table
  /// Several of a catalogue, each by the variant rule.
  case variants([VariantKind])
  /// The labels of {train} blocks, which the host runs first: one, or a list.
  case runs(count: ClosedRange<Int>)
  /// The labels of blocks of any kind: one, or a list.
  case blocks(count: ClosedRange<Int>)
}

/// An entry of a catalogue as options see it: its name and its own options.
public struct VariantKind: Sendable {
  /// The name in the notebook.
  public let name: Name
  /// One line for `list`, without a full stop.
  public let summary: StaticString
  /// What it computes, as implemented; nil where the summary says it.
  public let formula: StaticString?
  /// What PyTorch calls it, or how it differs; nil for what is not of an engine.
  public let pytorch: StaticString?
  /// Its options; the first one is its main option, the value of `name: value`.
  public let options: [ExperimentOption]

  /// An entry.
  public init(
    _ name: Name, _ summary: StaticString, formula: StaticString? = nil,
    pytorch: StaticString? = nil, options: [ExperimentOption] = []
  ) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.pytorch = pytorch
    self.options = options
  }
}

extension OptionType {
  /// What is expected, for messages and `describe`: "a whole number from 1 to 512".
  public var expected: Text {
    switch self {
    case .integer(let range):
      return described("a whole number", Double(range.lowerBound)...Double(range.upperBound))
    case .number(let range): return described("a number", range)
    case .boolean: return "true or false"
    case .text: return "text"
    case .choice(let names): return "one of \(Text.joined(names.map { $0.text }))"
    case .names(let names):
      return "a list of names among \(Text.joined(names.map { $0.text }))"
    case .grid(let range):
      return described("numbers", range) + ", as a list, {linear: [from, to, count]} or "
        + "{log: [from, to, count]}"
    case .rows: return "a row of numbers or a list of rows"
    case .tensors: return "one list of numbers a layer"
    case .variant(let kinds): return "one of \(Text.joined(kinds.map { $0.name.text }))"
    case .layers: return "sizes such as [2, 16, 1] or a list of layers"
    case .body: return "a list of layers"
    case .bodies: return "a list of lists of layers"
    case .axes(let range, let count):
      let number = described(
        "a whole number", Double(range.lowerBound)...Double(range.upperBound))
      return count.upperBound == 1
        ? number : "\(number), or a list of up to \(count.upperBound) such numbers"
    case .formula: return "a formula in x and y such as x^2 + 10 * y^2"
    case .series:
      return "numbers as a list, {linear: [from, to, count]} or {log: [from, to, count]}, a column "
        + "of the data, or a formula in x"
    case .matrix: return "rows of numbers, or a column of the data"
    case .samples: return "lists of numbers, or a column of the data"
    case .words: return "a list of names, or a column of the data"
    case .name: return "a name"
    case .column: return "a column of the data"
    case .table: return "a file such as losses.csv, or the label of another block"
    case .variants(let kinds):
      return "a list of \(Text.joined(kinds.map { $0.name.text }))"
    case .capacities: return "a list of networks such as [[2, 4, 1], [2, 64, 1]]"
    case .runs(let count):
      return count.upperBound == 1
        ? "the label of a {train} block" : "the label of a {train} block, or a list of labels"
    case .blocks(let count):
      return count.upperBound == 1
        ? "the label of a block" : "the label of a block, or a list of labels"
    }
  }
}

/// "a number from 0.1 to 1", "a number above 0", or the noun alone where both sides are open.
private func described(_ noun: Text, _ range: ClosedRange<Double>) -> Text {
  let (low, high) = (range.lowerBound, range.upperBound)
  let isOpenAbove = high >= OptionType.unbounded
  if low <= -OptionType.unbounded { return isOpenAbove ? noun : "\(noun) up to \(typed: high)" }
  if low == OptionType.aboveZero {
    return isOpenAbove ? "\(noun) above 0" : "\(noun) above 0 up to \(typed: high)"
  }
  return isOpenAbove
    ? "\(noun) from \(typed: low) on" : "\(noun) from \(typed: low) to \(typed: high)"
}

extension OptionType {
  /// A bound from which on a range counts as open.
  public static let unbounded = 1e15
  /// The lower end of ranges that exclude zero.
  public static let aboveZero = 1e-12
  /// Any finite number.
  public static let anyNumber = OptionType.number(-unbounded...unbounded)
}
