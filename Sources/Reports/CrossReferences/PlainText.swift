import Notebook

extension Sequence<Inline> {
  /// The words alone: for titles, anchors and text alternatives.
  var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The words alone.
  var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): inner.plainText
    case .image(let picture): picture.content.plainText
    case .footnote: ""
    case .citation(let citation): citation.written
    case .math(let formula): formula.tex
    case .value(let value): value.written
    case .reference(let label, _): "@" + label
    case .rawHTML: ""
    case .softBreak, .lineBreak: " "
    }
  }
}

extension ValueReference {
  /// As it stands in the notebook: `{fig-sweep.best-rate | %.3g}`.
  var written: String { "{\(label).\(metric)" + (format.map { " | \($0)" } ?? "") + "}" }
}
