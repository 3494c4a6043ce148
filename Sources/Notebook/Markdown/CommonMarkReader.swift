import CCmark

/// libcmark behind a Swift value: the only file that knows it.
enum CommonMarkReader {
  /// Deeper nodes are dropped, so that whoever walks the tree may recurse.
  static let nestingLimit = 64

  /// Parses CommonMark.
  ///
  /// - Returns: the document, and the line of the first node beyond `nestingLimit`, nil if there
  ///   is none.
  static func parse(_ bytes: [UInt8]) -> (document: CommonMarkNode, tooDeep: Int?) {
    let root = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return (CommonMarkNode(kind: .document), nil) }
    defer { cmark_node_free(root) }
    return convert(root)
  }

  /// Walks with libcmark's iterator, which needs no stack, and keeps the open nodes itself.
  private static func convert(_ root: OpaquePointer) -> (CommonMarkNode, Int?) {
    var open = [CommonMarkNode(kind: .document)]
    var (skipped, tooDeep): (Int, Int?) = (0, nil)
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard let pointer = cmark_iter_get_node(iterator), pointer != root else { continue }
      let isLeaf = leafTypes.contains(cmark_node_get_type(pointer).rawValue)
      if event == CMARK_EVENT_EXIT {
        if skipped > 0 { skipped -= 1 } else { close(&open) }
      } else if open.count > nestingLimit {
        tooDeep = tooDeep ?? lastLine(open, Int(cmark_node_get_start_line(pointer)))
        if !isLeaf { skipped += 1 }
      } else {
        open.append(CommonMarkNode(pointer))
        if isLeaf { close(&open) }
      }
    }
    return (open[0], tooDeep)
  }

  private static func close(_ open: inout [CommonMarkNode]) {
    guard open.count > 1, let node = open.popLast() else { return }
    open[open.count - 1].children.append(node)
  }

  /// The line of a node, or that of the nearest node around it that has one.
  private static func lastLine(_ open: [CommonMarkNode], _ line: Int) -> Int {
    line > 0 ? line : open.last { $0.startLine > 0 }?.startLine ?? 1
  }

  /// The nodes without an exit event.
  private static let leafTypes: Set<UInt32> = Set(
    [
      CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
    ].map(\.rawValue))
}

extension CommonMarkNode {
  fileprivate init(kind: Kind) {
    self.init(kind: kind, startLine: 1, endLine: 1, startColumn: 1)
  }

  fileprivate init(_ node: OpaquePointer) {
    self.init(
      kind: Kind(node), startLine: Int(cmark_node_get_start_line(node)),
      endLine: Int(cmark_node_get_end_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)))
  }
}

extension CommonMarkNode.Kind {
  fileprivate init(_ node: OpaquePointer) {
    let literal = { String(copying: cmark_node_get_literal(node)) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST:
      self = .list(
        ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)), tight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK:
      self = .code(info: String(copying: cmark_node_get_fence_info(node)), literal: literal())
    case CMARK_NODE_HTML_BLOCK: self = .html(literal())
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text(literal())
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .inlineCode(literal())
    case CMARK_NODE_HTML_INLINE: self = .inlineHTML(literal())
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK:
      self = .link(
        destination: String(copying: cmark_node_get_url(node)),
        title: String(copying: cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      self = .image(
        source: String(copying: cmark_node_get_url(node)),
        title: String(copying: cmark_node_get_title(node)))
    default: self = .paragraph
    }
  }
}

extension String {
  /// A copy of libcmark's text; empty for a null pointer.
  fileprivate init(copying text: UnsafePointer<CChar>?) {
    self = text.map { String(cString: $0) } ?? ""
  }
}
