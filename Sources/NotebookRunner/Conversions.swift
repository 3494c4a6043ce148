import Datasets
import Experiments
import Notebook
import Plotting

extension OptionValue {
  /// The value that a block's YAML says.
  init(_ node: ConfigurationNode) {
    let place = Place(node.position)
    switch node.value {
    case .null: self.init(.null, at: place)
    case .boolean(let flag): self.init(.boolean(flag), at: place)
    case .number(let digits):
      let number = decimalNumber(Array(digits.utf8))
      self.init(number.map { .number($0) } ?? .text(Text(digits)), at: place)
    case .text(let text): self.init(.text(Text(text)), at: place)
    case .list(let items): self.init(.list(items.map(OptionValue.init)), at: place)
    case .map(let entries):
      self.init(
        .map(
          entries.map { entry in
            Entry(
              key: Text(entry.key), at: Place(entry.keyPosition), value: OptionValue(entry.value))
          }), at: place)
    }
  }
}

extension OptionValue.Place {
  /// The same place as the experiments count it.
  init(_ position: SourcePosition) {
    self.init(
      line: Int32(clamping: position.line), column: Int32(clamping: position.column),
      file: Int32(clamping: position.file))
  }
}

extension SourcePosition {
  /// The same place as the notebook counts it.
  init(_ place: OptionValue.Place) {
    self.init(line: Int(place.line), column: Int(place.column), file: Int(place.file))
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
  /// The problem as a diagnostic of the notebook; without a place of its own it stands at `block`.
  init(_ problem: OptionProblem, in notebook: Notebook, block: SourcePosition) {
    let position = problem.place.map { SourcePosition($0) } ?? block
    self.init(
      path: notebook.path(of: position), position: position,
      message: String(problem.message), note: problem.note.map { String($0) })
  }
}

extension Diagnostic {
  /// Data that cannot be used, at the option that names them; the file's own place is part of the
  /// message.
  init(_ error: DatasetError, in notebook: Notebook, position: SourcePosition) {
    let (message, note) = error.words { nearestName(to: $0, in: $1) }
    let file = error.place.map { place in
      ([place.path] + [place.line, place.character].compactMap { $0.map { "\($0)" } })
        .joined(separator: ":") + ": "
    }
    self.init(
      path: notebook.path(of: position), position: position, message: (file ?? "") + message,
      note: note)
  }
}
