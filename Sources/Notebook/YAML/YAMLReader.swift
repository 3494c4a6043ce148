import Yams

/// Turns YAML into `ConfigurationNode`s that know their place in the notebook.
struct YAMLReader {
  /// Aliases could multiply a few lines into gigabytes, so values are counted.
  static let nodeLimit = 100_000
  /// Values within values.
  static let nestingLimit = 64
  /// What looks like an alias may occur this often.
  static let aliasLimit = 32

  private let source: ExtractedText
  private var count = 0

  init(_ source: ExtractedText) {
    self.source = source
  }

  /// The value that the text is; nil if it is empty or broken, which is reported.
  mutating func read(_ diagnostics: inout Diagnostics) -> ConfigurationNode? {
    guard !reportsTab(&diagnostics), !reportsAliases(&diagnostics) else { return nil }
    do {
      guard let root = try compose(yaml: source.text, .basic) else { return nil }
      return try convert(root, depth: 0, &diagnostics)
    } catch let limit as Limit {
      diagnostics.report(limit.problem, at: limit.position)
    } catch {
      report(error, &diagnostics)
    }
    return nil
  }

  /// A text too large or too deep to go on with.
  private struct Limit: Error {
    var problem: Problem
    var position: SourcePosition
  }

  private mutating func convert(
    _ node: Node, depth: Int, _ diagnostics: inout Diagnostics
  ) throws -> ConfigurationNode {
    let position = position(of: node.mark)
    count += 1
    guard count <= Self.nodeLimit else {
      throw Limit(problem: .tooManyValues(Self.nodeLimit), position: position)
    }
    guard depth <= Self.nestingLimit else {
      throw Limit(problem: .nestedTooDeep(Self.nestingLimit), position: position)
    }
    switch node {
    case .scalar(let scalar):
      reportTag(scalar.tag, position, &diagnostics)
      let isPlain = scalar.style == .plain
      let value = isPlain ? CoreScalar.value(scalar.string) : .text(scalar.string)
      return ConfigurationNode(value, at: position)
    case .sequence(let sequence):
      reportTag(sequence.tag, position, &diagnostics)
      let items = try sequence.map { try convert($0, depth: depth + 1, &diagnostics) }
      return ConfigurationNode(.list(items), at: position)
    case .mapping(let mapping):
      reportTag(mapping.tag, position, &diagnostics)
      let entries = try entries(mapping, depth: depth, &diagnostics)
      return ConfigurationNode(.map(entries), at: position)
    case .alias:
      // `compose` puts the anchored node in the place of an alias.
      return ConfigurationNode(.null, at: position)
    }
  }

  private mutating func entries(
    _ mapping: Node.Mapping, depth: Int, _ diagnostics: inout Diagnostics
  ) throws -> [ConfigurationNode.Entry] {
    var (entries, lines): ([ConfigurationNode.Entry], [String: Int]) = ([], [:])
    for (key, value) in mapping {
      let position = position(of: key.mark)
      guard let name = key.scalar?.string else {
        diagnostics.report(.keyIsNotText, at: position)
        continue
      }
      if let first = lines[name] {
        diagnostics.report(.duplicateKey(name, firstLine: first), at: position)
        continue
      }
      lines[name] = position.line
      entries.append(
        ConfigurationNode.Entry(
          key: name, keyPosition: position,
          value: try convert(value, depth: depth + 1, &diagnostics)))
    }
    return entries
  }

  private func position(of mark: Mark?) -> SourcePosition {
    source.position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}

// MARK: - Checks before the parse

extension YAMLReader {
  /// A tab in the indentation, for which libyaml has no clear words.
  private func reportsTab(_ diagnostics: inout Diagnostics) -> Bool {
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
  private func reportsAliases(_ diagnostics: inout Diagnostics) -> Bool {
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

  private func reportTag(
    _ tag: Tag, _ position: SourcePosition, _ diagnostics: inout Diagnostics
  ) {
    let name = tag.rawValue
    guard !["", "!"].contains(name), !["str", "seq", "map"].contains(where: name.hasSuffix) else {
      return
    }
    diagnostics.report(.tagInYAML(name), at: position)
  }
}

// MARK: - What libyaml objects to

extension YAMLReader {
  private func report(_ error: any Error, _ diagnostics: inout Diagnostics) {
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
