public import Plotting

/// A name known at compile time: of an option, a kind, an experiment. Compared as bytes.
public struct Name: Sendable, ExpressibleByStringLiteral {
  /// The name.
  public let literal: StaticString

  /// A name.
  public init(stringLiteral literal: StaticString) { self.literal = literal }

  /// The name as text.
  public var text: Text { Text(stringLiteral: literal) }

  /// Whether `text` is this name.
  public func matches(_ text: Text) -> Bool { text == self.text }
}
