import Experiments
import Notebook
import Plotting

extension OptionValue {
  /// The value that a block's YAML says.
  ///
  /// - Parameter firstFile: the number of the notebook's own file among those of all notebooks.
  init(_ node: ConfigurationNode, firstFile: Int) {
    let place = Place(node.position, firstFile: firstFile)
    switch node.value {
    case .null: self.init(.null, at: place)
    case .boolean(let flag): self.init(.boolean(flag), at: place)
    case .number(let digits):
      let number = decimalNumber(Array(digits.utf8))
      self.init(number.map { .number($0) } ?? .text(Text(digits)), at: place)
    case .text(let text): self.init(.text(Text(text)), at: place)
    case .list(let items):
      self.init(.list(items.map { OptionValue($0, firstFile: firstFile) }), at: place)
    case .map(let entries):
      self.init(
        .map(
          entries.map { entry in
            Entry(
              key: Text(entry.key), at: Place(entry.keyPosition, firstFile: firstFile),
              value: OptionValue(entry.value, firstFile: firstFile))
          }), at: place)
    }
  }
}

extension OptionValue.Place {
  /// The same place as the experiments count it.
  init(_ position: SourcePosition, firstFile: Int) {
    self.init(
      line: Int32(clamping: position.line), column: Int32(clamping: position.column),
      file: Int32(clamping: firstFile + position.file))
  }
}

extension Text {
  /// The UTF-8 of a string.
  init(_ string: String) { self.init(Array(string.utf8)) }
}

extension String {
  /// The text as a string.
  init(_ text: Text) { self = String(decoding: text.bytes, as: UTF8.self) }
}
