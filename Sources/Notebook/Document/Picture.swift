/// An image: `![content](source "title"){#fig-x fig-alt="…" width=50%}`.
public struct Picture: Sendable, Equatable {
  /// The address as it is written; it may be of any scheme.
  public var source: String
  /// What stands in quotes behind the address.
  public var title = ""
  /// What stands in the brackets: the caption of a figure, elsewhere the text alternative.
  public var content: [Inline]
  /// The word behind `#`.
  public var label: String?
  /// `fig-alt`: the text alternative of a figure with a caption.
  public var alternative: String?
  /// `width`: `50%` or `300px`.
  public var width: String?
  /// Where the image begins.
  public var position: SourcePosition

  /// An image.
  public init(source: String, content: [Inline], position: SourcePosition) {
    self.source = source
    self.content = content
    self.position = position
  }
}
