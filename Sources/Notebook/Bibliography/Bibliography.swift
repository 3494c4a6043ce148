/// The works that a notebook can cite, from its BibTeX files.
public struct Bibliography: Sendable, Equatable {
  /// The works, in the order of the files.
  public var works: [Work] = []

  /// No works.
  public init() {}

  /// The work with a key.
  public func work(_ key: String) -> Work? { works.first { $0.key == key } }

  /// An entry of a BibTeX file.
  public struct Work: Sendable, Equatable {
    /// What stands behind the `@`, in small letters: `article`.
    public var kind: String
    /// What citations name.
    public var key: String
    /// Where the entry begins.
    public var position: SourcePosition
    /// The fields by their names in small letters, as plain text; `author` and `editor` are not among
    /// them.
    public var fields: [String: String] = [:]
    /// In their order.
    public var authors: [Name] = []
    /// In their order.
    public var editors: [Name] = []

    /// A work.
    public init(kind: String, key: String, position: SourcePosition) {
      self.kind = kind
      self.key = key
      self.position = position
    }
  }

  /// The name of a person or, without a given name, of anybody.
  public struct Name: Sendable, Equatable {
    /// "van Gogh".
    public var family: String
    /// "Vincent"; empty for none.
    public var given = ""

    /// A name.
    public init(family: String, given: String = "") {
      self.family = family
      self.given = given
    }
  }
}
