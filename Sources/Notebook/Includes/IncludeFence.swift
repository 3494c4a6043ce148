/// A fence that stands for another file: ```` ```{include} shared/definitions.md ````.
struct IncludeFence {
  /// The path as written, empty if there is none.
  let path: String
  /// Where the path stands; the fence if there is none.
  let position: SourcePosition
  /// The first line within the fence that is not empty.
  let surplus: SourcePosition?

  /// The path in what stands behind a fence: `{include} path` or `{include path}`.
  ///
  /// - Returns: nil if the fence is no include.
  static func path(in info: String) -> String? {
    let bytes = Array(info.utf8)
    if bytes.starts(with: "{include}".utf8) { return bytes[9...].trimmed.string }
    guard bytes.starts(with: "{include ".utf8) else { return nil }
    return (bytes.last == UInt8(ascii: "}") ? bytes[9..<(bytes.count - 1)] : bytes[9...])
      .trimmed.string
  }

  /// The includes of a document that are closed, with their lines.
  static func all(in document: CommonMarkNode, of text: SourceText) -> [(
    line: Int, fence: IncludeFence
  )] {
    var found: [(line: Int, fence: IncludeFence)] = []
    document.forEachBlock { node, _ in
      guard case .code(let info, let literal) = node.kind, let path = path(in: info),
        Fence.isClosed(node, in: text)
      else { return }
      found.append((node.startLine, IncludeFence(path: path, literal: literal, node, in: text)))
    }
    return found
  }

  private init(path: String, literal: String, _ node: CommonMarkNode, in text: SourceText) {
    self.path = path
    let line = text.line(node.startLine)
    let start = line.firstRange(of: Array(path.utf8))?.lowerBound ?? node.startColumn - 1
    position = text.position(
      line: node.startLine, byte: path.isEmpty ? node.startColumn - 1 : start)
    let lines = Array(literal.utf8).split(separator: .newline, omittingEmptySubsequences: false)
    surplus = lines.firstIndex { !$0.trimmed.isEmpty }
      .map { text.position(line: node.startLine + 1 + $0, column: 1) }
  }
}
