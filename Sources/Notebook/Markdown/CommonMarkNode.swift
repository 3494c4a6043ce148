/// A node of the tree that libcmark makes, as a value.
struct CommonMarkNode: Sendable {
  /// What the node is, with the text that only such a node has.
  enum Kind: Sendable, Equatable {
    case document, quote, item, paragraph, thematicBreak
    case list(ordered: Bool, start: Int, tight: Bool)
    case heading(level: Int)
    case code(info: String, literal: String)
    case html(String)
    case text(String)
    case inlineCode(String)
    case inlineHTML(String)
    case softBreak, lineBreak, emphasis, strong
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  var kind: Kind
  /// First and last line; meaningful for blocks only, and the last may precede the first.
  var startLine: Int
  var endLine: Int
  /// The first byte of the first line, counted from 1.
  var startColumn: Int
  var children: [CommonMarkNode] = []

  /// The lines from first to last, at least one.
  var lines: ClosedRange<Int> { startLine...max(startLine, endLine) }
}

extension CommonMarkNode {
  /// Visits the block nodes, outer before inner, with the number of quotes around each.
  func forEachBlock(
    quoteDepth: Int = 0, _ visit: (_ node: CommonMarkNode, _ quoteDepth: Int) -> Void
  ) {
    visit(self, quoteDepth)
    switch kind {
    case .document, .list, .item:
      for child in children { child.forEachBlock(quoteDepth: quoteDepth, visit) }
    case .quote:
      for child in children { child.forEachBlock(quoteDepth: quoteDepth + 1, visit) }
    default: break
    }
  }
}
