/// A YAML value with its place in the notebook.
public struct ConfigurationNode: Sendable, Equatable {
  /// Where the value begins.
  public var position: SourcePosition
  /// The value.
  public var value: Value

  /// What a value is, by the core schema of YAML 1.2.
  public indirect enum Value: Sendable, Equatable {
    /// Nothing, `null` or `~`.
    case null
    /// `true` or `false`; `yes` and `on` are text.
    case boolean(Bool)
    /// The number as written, `.inf` and `.nan` included; both ends of nnbook parse it with the
    /// same parser.
    case number(String)
    /// Anything else, and whatever stands in quotes.
    case text(String)
    /// The items, in order.
    case list([ConfigurationNode])
    /// In the order written; keys are unique.
    case map([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: String
    /// Where the key begins.
    public var keyPosition: SourcePosition
    /// Its value.
    public var value: ConfigurationNode

    /// A key with its value.
    public init(key: String, keyPosition: SourcePosition, value: ConfigurationNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// A value at a place.
  public init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }
}
