import Notebook

/// Writes divisions: boxes, notes in the margin, wide parts.
struct DivisionRenderer {
  let context: PageContext

  /// A division that is no note in the margin.
  func html(_ division: Division) -> HTML {
    let inside = ElementRenderer(context).html(division.content)
    let id: HTML = division.label.map { " id=\"\(Anchors.identifier($0))\"" } ?? ""
    switch division.kind {
    case .callout(let callout): return box(callout, division, id, inside)
    case .margin: return note(division)
    case .wide: return "<div class=\"wide\"\(id)>\n\(inside)\n</div>"
    case .references: return inside + ReferenceList(context: context).html
    case .plain: return id.isEmpty ? inside : "<div\(id)>\n\(inside)\n</div>"
    }
  }

  /// A note for the margin.
  func note(_ division: Division) -> HTML {
    let id: HTML = division.label.map { " id=\"\(Anchors.identifier($0))\"" } ?? ""
    return "<aside class=\"note\"\(id)>\(ElementRenderer(context).html(division.content))</aside>"
  }

  /// What warns says so in words, whatever its title: colour alone is no cue.
  private func box(
    _ callout: Division.Callout, _ division: Division, _ id: HTML, _ inside: HTML
  ) -> HTML {
    let warns = callout == .warning || callout == .caution
    let name = callout.rawValue.asSentence
    let own = InlineRenderer(context: context).html(division.title)
    let title: HTML = own.isEmpty ? "\(name)" : warns ? "\(name): \(own)" : own
    return """
      <div class="box \(warns ? "warn" : "tip")" role="note"\(id)><p class="bh">\(title)</p>
      \(inside)</div>
      """
  }
}

/// Elements with the notes that stand beside them.
struct NotedElement {
  /// Nil for notes without a paragraph.
  var element: Element?
  var notes: [Division] = []

  /// Gives each note to the paragraph before it, or where there is none to the one behind it.
  static func groups(_ elements: some Sequence<Element>) -> [NotedElement] {
    var groups: [NotedElement] = []
    for element in elements {
      if case .division(let note) = element, note.kind == .margin {
        if let last = groups.last, last.element == nil || last.isParagraph {
          groups[groups.count - 1].notes.append(note)
        } else {
          groups.append(NotedElement(element: nil, notes: [note]))
        }
      } else if let last = groups.last, last.element == nil, isParagraph(element) {
        groups[groups.count - 1].element = element
      } else {
        groups.append(NotedElement(element: element))
      }
    }
    return groups
  }

  private var isParagraph: Bool { element.map(Self.isParagraph) ?? false }

  private static func isParagraph(_ element: Element) -> Bool {
    if case .paragraph = element { true } else { false }
  }
}
