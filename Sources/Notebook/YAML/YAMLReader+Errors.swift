import Yams

/// What libyaml and Yams object to.
extension YAMLReader {
  /// Reports an error of `compose` at its place in the notebook.
  func report(_ error: any Error, _ diagnostics: inout Diagnostics) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting level") {
        return diagnostics.report(.nestedTooDeep(Self.nestingLimit), at: position(of: mark))
      }
      let opening = context.map { (text: $0.text, position: position(of: $0.mark)) }
      diagnostics.report(
        .brokenYAML(problem, context: opening?.text, opening: opening?.position),
        at: position(of: mark))
    case .duplicatedKeysInMapping(let keys, let context):
      let first = position(of: context.mark)
      let second = secondUse(of: keys.first ?? "", after: context.mark) ?? first
      diagnostics.report(.duplicateKey(keys.first ?? "", firstLine: first.line), at: second)
    case .reader(let problem, _, _, _):
      diagnostics.report(
        .brokenYAML(problem, context: nil, opening: nil), at: unreadableCharacter())
    default:
      diagnostics.report(
        .brokenYAML("\(error)", context: nil, opening: nil), at: position(of: nil))
    }
  }

  /// Yams names only the first of two equal keys; the second stands in the same column, or, in
  /// braces, on the same line.
  private func secondUse(of key: String, after mark: Mark) -> SourcePosition? {
    let first = Array(source.lines[mark.line - 1].text.unicodeScalars)
    let name = Array(key.unicodeScalars)
    let sameLine = first.indices.dropFirst(mark.column).first { index in
      first[index...].starts(with: name) && !first[index - 1].properties.isAlphabetic
    }
    if let sameLine { return source.position(line: mark.line, column: sameLine + 1) }
    for line in mark.line..<source.lines.count {
      var scalars = source.lines[line].text.unicodeScalars.dropFirst(mark.column - 1)
      if let first = scalars.first, first == "\"" || first == "'" { scalars.removeFirst() }
      if scalars.starts(with: name) { return source.position(line: line + 1, column: mark.column) }
    }
    return nil
  }

  /// The first control character, which YAML does not allow.
  private func unreadableCharacter() -> SourcePosition {
    for (index, line) in source.lines.enumerated() {
      let scalars = Array(line.text.unicodeScalars)
      let column = scalars.firstIndex { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
      if let column { return source.position(line: index + 1, column: column + 1) }
    }
    return position(of: nil)
  }
}
