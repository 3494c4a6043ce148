import Notebook

extension Notebook {
  /// Every inline of the prose and of the captions, in the order of the text, inner ones included.
  var proseInlines: [Inline] { elements.flatMap { inlines(in: $0) } }

  private func inlines(in element: Element) -> [Inline] {
    switch element {
    case .heading(_, let inlines, _, _), .paragraph(let inlines): Inline.all(in: inlines)
    case .list(_, _, _, let items): items.flatMap { $0.flatMap(inlines) }
    case .quote(let inner): inner.flatMap(inlines)
    case .table(let header, _, let rows): (header + rows.flatMap { $0 }).flatMap(Inline.all)
    case .block(let index):
      (blocks[index].captions + blocks[index].subcaptions).flatMap(Inline.all)
    case .math(let formula): [.math(formula)]
    case .listing, .rawHTML, .thematicBreak: []
    }
  }
}

extension ExperimentBlock {
  /// The captions the author gave, one a figure.
  var captions: [[Inline]] {
    options.captions.map { CaptionReader.inlines($0, at: kindPosition) }
  }

  /// The captions of single drawings, or of single figures of the block.
  var subcaptions: [[Inline]] {
    options.subcaptions.map { CaptionReader.inlines($0, at: kindPosition) }
  }
}

extension Inline {
  /// `inlines` and all that they hold, outer before inner.
  static func all(in inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        [inline] + all(in: inner)
      default: [inline]
      }
    }
  }
}
