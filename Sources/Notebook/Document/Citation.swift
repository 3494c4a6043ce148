/// `@key`, `-@key` or `[see @key, p. 3; @other]`.
public struct Citation: Sendable, Equatable {
  /// A work that is cited.
  public struct Item: Sendable, Equatable {
    /// The key of the work in the bibliography.
    public var key: String
    /// What stands before the key: "see".
    public var prefix = ""
    /// What stands behind it: "p. 3".
    public var suffix = ""
    /// `-@key`: the author is already named in the text.
    public var hidesAuthor = false
    /// Where the `@` stands.
    public var position: SourcePosition

    /// A work.
    public init(key: String, position: SourcePosition) {
      self.key = key
      self.position = position
    }
  }

  /// The works, at least one.
  public var items: [Item]
  /// Whether the authors are part of the sentence, as for `@key` without brackets.
  public var isInText: Bool
  /// As it stands in the notebook.
  public var written: String

  /// A citation.
  public init(items: [Item], isInText: Bool, written: String) {
    self.items = items
    self.isInText = isInText
    self.written = written
  }
}
