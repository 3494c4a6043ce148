import Plotting

// Tables and their columns.

extension OptionReader {
  /// The name of a column, as it is or as `{column: name}`; for that there must be a table.
  mutating func column(_ value: OptionValue, _ name: Text, _ type: OptionType) -> Text? {
    var named = value
    if case .map(let entries) = value.content {
      guard entries.count == 1, entries[0].key == "column" else {
        refuse(value, name, expected: type.expected)
        return nil
      }
      named = entries[0].value
    }
    guard let column = named.name else {
      refuse(named, name, expected: type.expected)
      return nil
    }
    guard hasTable else {
      add(
        OptionProblem(
          .conflict(
            "option '\(name)' is the column '\(column.shortened)', but there is no option 'data'"),
          at: named.place))
      return nil
    }
    return column
  }

  /// A file or a label, or by the variant rule what else can be shown of a block.
  mutating func table(_ value: OptionValue, _ name: Text, _ type: OptionType) -> TableSource? {
    switch value.content {
    case .text(let text) where !text.isEmpty:
      guard text.isFile else {
        return .block(Options.Label(text: text, place: value.place), figure: 1)
      }
      return .file(text)
    case .map:
      let before = problems.count
      guard case .variant(let kind, let options)? = variant(value, Catalogs.tables.variants, name),
        problems.count == before
      else { return nil }
      return Catalogs.tables.kinds[kind].make(options)
    default:
      refuse(value, name, expected: type.expected)
      return nil
    }
  }
}

extension OptionValue {
  /// Text, or a number as a name.
  var name: Text? {
    switch content {
    case .text(let text): text
    case .number(let number): "\(typed: number)"
    default: nil
    }
  }
}

extension Text {
  /// Whether it is the path of a file, and not a label, which has neither dots nor slashes.
  fileprivate var isFile: Bool {
    bytes.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
  }
}
