/// Labels of blocks and headings are links within a report, so each may stand once.
struct LabelCheck {
  private var labels: [(name: String, position: SourcePosition)] = []

  init(_ notebook: Notebook) {
    collect(notebook.elements)
    for block in notebook.blocks {
      guard let label = block.options.label else { continue }
      labels.append((label, block.options.labelPosition ?? block.kindPosition))
    }
    labels.sort { $0.position < $1.position }
  }

  private mutating func collect(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .heading(_, _, let label?, let position): labels.append((label, position))
      case .list(_, _, _, let items): for item in items { collect(item) }
      case .quote(let content): collect(content)
      default: break
      }
    }
  }

  /// Reports labels that are no names, and every use of a label after its first.
  func report(_ diagnostics: inout Diagnostics) {
    var lines: [String: Int] = [:]
    for (name, position) in labels {
      if let first = lines[name] {
        diagnostics.report(.duplicateLabel(name, firstLine: first), at: position)
      } else {
        lines[name] = position.line
        if !Label.isValid(name) { diagnostics.report(.badLabel(name), at: position) }
      }
    }
  }
}
