extension Element {
  /// The elements within, in order.
  public var children: [Element] {
    switch self {
    case .list(_, _, _, let items): items.flatMap { $0 }
    case .quote(let content): content
    case .division(let division): division.content
    case .heading, .paragraph, .figure, .listing, .block, .table, .math, .rawHTML, .thematicBreak:
      []
    }
  }

  /// The words that are the element's own and not those of an element within.
  public var inlines: [Inline] {
    switch self {
    case .heading(_, let inlines, _, _, _), .paragraph(let inlines): inlines
    case .table(let header, _, let rows): (header + rows.flatMap { $0 }).flatMap { $0 }
    case .division(let division): division.title
    case .figure(let picture): [.image(picture)]
    case .math(let formula): [.math(formula)]
    case .list, .quote, .listing, .block, .rawHTML, .thematicBreak: []
    }
  }

  /// The elements and all that they hold, outer before inner.
  public static func all(in elements: some Sequence<Element>) -> [Element] {
    elements.flatMap { [$0] + all(in: $0.children) }
  }
}

extension Inline {
  /// The inlines within.
  public var children: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .link(_, _, let content): content
    case .image(let picture): picture.content
    case .text, .code, .math, .value, .reference, .footnote, .citation, .rawHTML, .softBreak,
      .lineBreak:
      []
    }
  }

  /// The inlines and all that they hold, outer before inner.
  public static func all(in inlines: some Sequence<Inline>) -> [Inline] {
    inlines.flatMap { [$0] + all(in: $0.children) }
  }
}

extension Notebook {
  /// The elements and, behind them, those of the footnotes; all that they hold, outer before inner.
  public var allElements: [Element] {
    Element.all(in: elements) + footnotes.flatMap { Element.all(in: $0.content) }
  }
}
