/// Where formulas and coloured listings are kept between runs.
public struct TypesettingStore: Sendable {
  /// The text that was stored under a key of 64 hexadecimal digits; nil for none.
  public var read: @Sendable (_ key: String) -> String?
  /// Stores a text; without effect where nothing can be written.
  public var write: @Sendable (_ key: String, _ text: String) -> Void

  /// A store.
  public init(
    read: @escaping @Sendable (_ key: String) -> String?,
    write: @escaping @Sendable (_ key: String, _ text: String) -> Void
  ) {
    self.read = read
    self.write = write
  }

  /// Keeps nothing.
  public static let none = TypesettingStore(read: { _ in nil }, write: { _, _ in })
}
