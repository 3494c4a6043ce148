/// A part of the text between `::: {.callout-note}` and `:::`.
public struct Division: Sendable, Equatable {
  /// What is done with it.
  public enum Kind: Sendable, Equatable {
    /// `.callout-note` and its kin: a box.
    case callout(Callout)
    /// `.column-margin` or `.aside`: beside the paragraph before it.
    case margin
    /// `.column-page`: as wide as text and margin.
    case wide
    /// `#refs`: where the list of references stands.
    case references
    /// No class that means anything here: its content, as if there were no division.
    case plain
  }

  /// The boxes of Quarto.
  public enum Callout: String, Sendable, CaseIterable {
    case note, tip, important, caution, warning
  }

  /// What is done with it.
  public var kind: Kind
  /// The title of a callout, from `title="…"` or its first heading; empty for its kind's name.
  public var title: [Inline] = []
  /// The word behind `#`.
  public var label: String?
  /// What it holds.
  public var content: [Element]
  /// Where its colons begin.
  public var position: SourcePosition

  /// A division.
  public init(kind: Kind, content: [Element], position: SourcePosition) {
    self.kind = kind
    self.content = content
    self.position = position
  }
}
