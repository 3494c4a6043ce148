import Notebook

/// The `#|` lines of a block as they are written.
struct CellOptionLines {
  private let block: ExperimentBlock

  init(_ block: ExperimentBlock) { self.block = block }

  /// Where an option is named; nil if it is not.
  func position(of name: String) -> SourcePosition? {
    written.first { $0.name == name }?.position
  }

  /// Names with their places.
  var written: [(name: String, position: SourcePosition)] {
    let indent = max(0, block.kindPosition.column - 5)
    let lines = block.source.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().prefix { $0.element.hasPrefix("#|") }.compactMap { number, line in
      let text = line.dropFirst(2)
      let name = text.drop { $0 == " " }.prefix { $0 != ":" && $0 != " " }
      guard text.prefix(2).first == " ", text.dropFirst().first != " ", !name.isEmpty else {
        return nil
      }
      var position = block.kindPosition
      position.line += number + 1
      position.column = indent + 4
      return (String(name), position)
    }
  }
}
