import Plotting

// Lists, grids and nested lists of numbers.

extension OptionReader {
  /// The most points of a grid.
  static let gridLimit: Int64 = 200

  /// One number, a list, `{linear: [from, to, count]}` or `{log: [from, to, count]}`.
  mutating func grid(
    _ value: OptionValue, _ range: ClosedRange<Double>, _ name: Text, _ type: OptionType
  ) -> [Double]? {
    switch value.content {
    case .number: return number(value, range, name, type).map { [$0] }
    case .list(let items) where !items.isEmpty && items.count <= Int(Self.gridLimit):
      let numbers = items.compactMap { number($0, range, name, type) }
      return numbers.count == items.count ? numbers : nil
    case .map(let entries) where entries.count == 1:
      return spaced(entries[0], range, name, type)
    default:
      refuse(value, name, expected: type.expected)
      return nil
    }
  }

  private mutating func spaced(
    _ entry: OptionValue.Entry, _ range: ClosedRange<Double>, _ name: Text, _ type: OptionType
  ) -> [Double]? {
    let isLog = entry.key == "log"
    guard isLog || entry.key == "linear" else {
      let place = entry.keyPlace
      problem(.unknownKind(name, found: "'\(entry.key)'", known: ["linear", "log"]), at: place)
      return nil
    }
    guard case .list(let items) = entry.value.content, items.count == 3 else {
      refuse(entry.value, name, expected: "[from, to, count]")
      return nil
    }
    let ends = isLog ? max(range.lowerBound, OptionType.aboveZero)...range.upperBound : range
    guard let from = number(items[0], ends, name, .number(ends)),
      let to = number(items[1], ends, name, .number(ends)),
      let count = integer(
        items[2], 2...Self.gridLimit, name, .integer(2...Self.gridLimit))
    else { return nil }
    return isLog
      ? Grid.log(from: from, to: to, count: Int(count))
      : Grid.linear(from: from, to: to, count: Int(count))
  }

  private mutating func problem(_ kind: OptionProblem.Kind, at place: OptionValue.Place?) {
    add(OptionProblem(kind, at: place))
  }

  /// Rows of finite numbers; a flat list is one row; all rows have one length.
  mutating func tensor(_ value: OptionValue, _ name: Text, _ type: OptionType) -> [[Double]]? {
    guard case .list(let items) = value.content, let first = items.first else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    guard case .list = first.content else { return row(value, name).map { [$0] } }
    var rows: [[Double]] = []
    for item in items {
      guard let row = row(item, name) else { return nil }
      guard row.count == rows.first?.count ?? row.count else {
        refuse(item, name, expected: "rows of \(rows[0].count) numbers as the first one")
        return nil
      }
      rows.append(row)
    }
    return rows
  }

  /// A list of tensors, one a layer.
  mutating func tensors(_ value: OptionValue, _ name: Text, _ type: OptionType)
    -> Options.Setting?
  {
    guard case .list(let items) = value.content, !items.isEmpty else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    let tensors = items.compactMap { tensor($0, name, type) }
    return tensors.count == items.count ? .tensors(tensors) : nil
  }

  private mutating func row(_ value: OptionValue, _ name: Text) -> [Double]? {
    guard case .list(let items) = value.content, !items.isEmpty, items.count <= 100_000 else {
      refuse(value, name, expected: "a row of numbers")
      return nil
    }
    let limits = -1e30...1e30
    let numbers = items.compactMap { number($0, limits, name, .number(limits)) }
    return numbers.count == items.count ? numbers : nil
  }
}
