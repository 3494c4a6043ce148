import Notebook

/// Reads the Markdown of a caption.
enum CaptionReader {
  /// The inlines of `caption`; its words as they stand if it is more than one paragraph.
  ///
  /// - Parameter position: the place in the notebook that diagnostics about the caption name.
  static func inlines(_ caption: String, at position: SourcePosition) -> [Inline] {
    guard let inlines = NotebookReader.caption(caption) else { return [.text(caption)] }
    return inlines.map { $0.moved(to: position) }
  }
}

extension Inline {
  /// The same inline, standing elsewhere.
  fileprivate func moved(to position: SourcePosition) -> Inline {
    func move(_ inlines: [Inline]) -> [Inline] { inlines.map { $0.moved(to: position) } }
    switch self {
    case .emphasis(let inner): return .emphasis(move(inner))
    case .strong(let inner): return .strong(move(inner))
    case .link(let destination, let title, let inner):
      return .link(destination: destination, title: title, move(inner))
    case .image(var picture):
      (picture.content, picture.position) = (move(picture.content), position)
      return .image(picture)
    case .footnote(let name, _): return .footnote(name: name, position: position)
    case .citation(var citation):
      for index in citation.items.indices { citation.items[index].position = position }
      return .citation(citation)
    case .math(var formula):
      (formula.position, formula.lines) = (position, [position])
      return .math(formula)
    case .value(var reference):
      reference.position = position
      return .value(reference)
    case .reference(let label, _): return .reference(label: label, position: position)
    case .text, .code, .rawHTML, .softBreak, .lineBreak: return self
    }
  }
}
