import Yams

/// What is checked beside the values themselves.
extension YAMLReader {
  /// A tab in the indentation, for which libyaml has no clear words.
  func reportsTab(_ diagnostics: inout Diagnostics) -> Bool {
    for (index, line) in source.lines.enumerated() {
      let indentation = Array(line.text.utf8).prefix(while: \.isBlank)
      guard indentation.count < line.text.utf8.count,
        let tab = indentation.firstIndex(of: UInt8(ascii: "\t"))
      else { continue }
      let position = source.position(line: index + 1, column: tab + 1)
      diagnostics.report(.tabInYAML, at: position)
      return true
    }
    return false
  }

  /// Many aliases: Yams hashes keys, and an aliased key can be of any size.
  func reportsAliases(_ diagnostics: inout Diagnostics) -> Bool {
    var count = 0
    for (number, line) in source.lines.enumerated() {
      let bytes = Array(line.text.utf8)
      for index in bytes.indices where bytes[index] == UInt8(ascii: "*") {
        let before = bytes[..<index].trimmed.last
        guard before.map("-:,[{?".utf8.contains) ?? true else { continue }
        count += 1
        guard count > Self.aliasLimit else { continue }
        let column = bytes.scalarCount(before: index) + 1
        let position = source.position(line: number + 1, column: column)
        diagnostics.report(.tooManyAliases(Self.aliasLimit), at: position)
        return true
      }
    }
    return false
  }

  func reportTag(
    _ tag: Tag, _ position: SourcePosition, _ diagnostics: inout Diagnostics
  ) {
    let name = tag.rawValue
    guard !["", "!"].contains(name), !["str", "seq", "map"].contains(where: name.hasSuffix) else {
      return
    }
    diagnostics.report(.tagInYAML(name), at: position)
  }
}
