import Notebook

extension Notebook {
  /// Every inline of the prose, the captions and the footnotes, in the order of the text, inner ones
  /// included.
  var proseInlines: [Inline] { allElements.flatMap { inlines(of: $0) } }

  /// The inlines of an element without those of elements within it; of a block those of its captions.
  func inlines(of element: Element) -> [Inline] {
    guard case .block(let index) = element else { return Inline.all(in: element.inlines) }
    return (blocks[index].captions + blocks[index].subcaptions).flatMap { Inline.all(in: $0) }
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
