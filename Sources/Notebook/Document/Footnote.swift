/// What `[^name]: …` says; `Inline.footnote` refers to it.
public struct Footnote: Sendable, Equatable {
  /// What stands behind the `^`.
  public var name: String
  /// Its paragraphs.
  public var content: [Element]
  /// Where the bracket begins.
  public var position: SourcePosition

  /// A footnote.
  public init(name: String, content: [Element], position: SourcePosition) {
    self.name = name
    self.content = content
    self.position = position
  }
}
