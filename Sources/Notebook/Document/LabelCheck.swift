/// Labels of blocks and headings are links within a report, so each may stand once.
struct LabelCheck {
  private var labels: [(name: String, position: SourcePosition)] = []

  init(_ notebook: Notebook) {
    for element in notebook.allElements { collect(element) }
    for block in notebook.blocks {
      guard let label = block.options.label else { continue }
      labels.append((label, block.options.labelPosition ?? block.kindPosition))
    }
    labels.sort { $0.position < $1.position }
  }

  private mutating func collect(_ element: Element) {
    switch element {
    case .heading(_, _, let label?, let position, _): labels.append((label, position))
    case .division(let division): add(division.label, at: division.position)
    default: break
    }
    for inline in Inline.all(in: element.inlines) {
      switch inline {
      case .math(let formula): add(formula.label, at: formula.position)
      case .image(let picture): add(picture.label, at: picture.position)
      default: break
      }
    }
  }

  private mutating func add(_ label: String?, at position: SourcePosition) {
    if let label { labels.append((label, position)) }
  }

  /// Reports labels that are no names, and every use of a label after its first.
  func report(_ diagnostics: inout Diagnostics) {
    var places: [String: SourcePosition] = [:]
    for (name, position) in labels {
      if let first = places[name] {
        diagnostics.report(problem(name, first, position, diagnostics), at: position)
      } else {
        places[name] = position
        if !Label.isValid(name) { diagnostics.report(.badLabel(name), at: position) }
      }
    }
  }

  private func problem(
    _ name: String, _ first: SourcePosition, _ second: SourcePosition, _ diagnostics: Diagnostics
  ) -> Problem {
    if first.file == second.file { return .duplicateLabel(name, first: "line \(first.line)") }
    let path = diagnostics.path(of: first)
    if path == diagnostics.path(of: second), first.line == second.line {
      return .labelIncludedTwice(name)
    }
    return .duplicateLabel(name, first: "\(path):\(first.line):\(first.column)")
  }
}
