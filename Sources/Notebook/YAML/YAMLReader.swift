import Yams

/// Turns YAML into `ConfigurationNode`s that know their place in the notebook.
struct YAMLReader {
  /// Aliases could multiply a few lines into gigabytes, so values are counted.
  static let nodeLimit = 100_000
  /// Values within values.
  static let nestingLimit = 64
  /// What looks like an alias may occur this often.
  static let aliasLimit = 32

  let source: ExtractedText
  private var count = 0

  init(_ source: ExtractedText) {
    self.source = source
  }

  /// The value that the text is; nil if it is empty or broken, which is reported.
  ///
  /// Of a broken map the entries that can be read are there.
  mutating func read(_ diagnostics: inout Diagnostics) -> ConfigurationNode? {
    var found = diagnostics.cleared
    let root = readOnce(&found)
    if root == nil, !found.isEmpty, let recovered = recovered(&diagnostics) { return recovered }
    diagnostics.add(found)
    return root
  }

  /// The value that the text is; nil if it is empty or broken, whose first reason is reported.
  mutating func readOnce(_ diagnostics: inout Diagnostics) -> ConfigurationNode? {
    guard source.lines.contains(where: isContent) else { return nil }
    guard !reportsTab(&diagnostics), !reportsAliases(&diagnostics) else { return nil }
    do {
      // Without an encoding Yams looks for one in the environment, which takes longer than a block.
      guard let root = try compose(yaml: source.text, .basic, .default, .utf8) else { return nil }
      return try convert(root, depth: 0, &diagnostics)
    } catch let limit as Limit {
      diagnostics.report(limit.problem, at: limit.position)
    } catch {
      report(error, &diagnostics)
    }
    return nil
  }

  /// The entries of the map that the text is; none if it is empty, broken or no map.
  ///
  /// - Parameter subject: what the text is, for the message.
  mutating func readMap(
    _ subject: String, diagnostics: inout Diagnostics
  ) -> [ConfigurationNode.Entry] {
    guard let root = read(&diagnostics) else { return [] }
    switch root.value {
    case .map(let entries): return entries
    case .null: return []
    default:
      diagnostics.report(.notMap(subject, found: root.summary), at: root.position)
      return []
    }
  }

  /// Whether a line is neither empty nor a comment.
  private func isContent(_ line: ExtractedText.Line) -> Bool {
    let first = line.text.utf8.first { !$0.isBlank }
    return first != nil && first != UInt8(ascii: "#")
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
    return ConfigurationNode(try value(of: node, depth, position, &diagnostics), at: position)
  }

  private mutating func value(
    of node: Node, _ depth: Int, _ position: SourcePosition, _ diagnostics: inout Diagnostics
  ) throws -> ConfigurationNode.Value {
    reportTag(node.tag, position, &diagnostics)
    switch node {
    case .scalar(let scalar):
      return scalar.style == .plain ? CoreScalar.value(scalar.string) : .text(scalar.string)
    case .sequence(let sequence):
      return .list(try sequence.map { try convert($0, depth: depth + 1, &diagnostics) })
    case .mapping(let mapping): return .map(try entries(mapping, depth: depth, &diagnostics))
    // `compose` puts the anchored node in the place of an alias.
    case .alias: return .null
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

  func position(of mark: Mark?) -> SourcePosition {
    source.position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
