import Datasets
import Experiments
import Notebook
import Plotting

extension OptionValue {
  /// The value that a block's YAML says, its places in that file.
  init(_ node: ConfigurationNode, file: Int) {
    let place = Place(node.position, file: file)
    switch node.value {
    case .null: self.init(.null, at: place)
    case .boolean(let flag): self.init(.boolean(flag), at: place)
    case .number(let digits):
      let number = decimalNumber(Array(digits.utf8))
      self.init(number.map { .number($0) } ?? .text(Text(digits)), at: place)
    case .text(let text): self.init(.text(Text(text)), at: place)
    case .list(let items):
      self.init(.list(items.map { OptionValue($0, file: file) }), at: place)
    case .map(let entries):
      self.init(
        .map(
          entries.map { entry in
            Entry(
              key: Text(entry.key), at: Place(entry.keyPosition, file: file),
              value: OptionValue(entry.value, file: file))
          }), at: place)
    }
  }
}

extension OptionValue.Place {
  /// The same place as the experiments count it.
  init(_ position: SourcePosition, file: Int) {
    self.init(
      file: Int32(clamping: file), line: Int32(clamping: position.line),
      column: Int32(clamping: position.column))
  }
}

extension SourcePosition {
  /// The same place as the notebook counts it.
  init(_ place: OptionValue.Place) {
    self.init(line: Int(place.line), column: Int(place.column))
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

extension Diagnostic {
  /// Data that cannot be used, at the option that names them; the file's own place is part of the
  /// message.
  init(_ error: DatasetError, path: String, position: SourcePosition) {
    let (message, note) = error.words { nearestName(to: $0, in: $1) }
    let file = error.place.map { place in
      ([place.path] + [place.line, place.character].compactMap { $0.map { "\($0)" } })
        .joined(separator: ":") + ": "
    }
    self.init(path: path, position: position, message: (file ?? "") + message, note: note)
  }
}
