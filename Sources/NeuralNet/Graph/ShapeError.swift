/// Why an operation cannot be added to a graph.
public enum ShapeError: Error, Equatable, Sendable {
  /// An operand has another shape than the operation needs, given its other operands.
  case mismatch(operation: Name, expected: Shape, found: Shape)
  /// An axis is shorter than 1, or the elements are too many to count.
  case invalid(operation: Name, Shape)
  /// A constant of a layer is outside its range: a negative number of units, a negative ELU scale.
  case outOfRange(operation: Name, value: Float)
}

/// The name of an operation or a layer: fixed text that can be compared.
public struct Name: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The text.
  public let text: StaticString

  /// A name that is known when the program is compiled.
  public init(_ text: StaticString) { self.text = text }
  /// A name that is known when the program is compiled.
  public init(stringLiteral text: StaticString) { self.text = text }

  /// Whether two names have the same bytes.
  public static func == (a: Name, b: Name) -> Bool {
    guard a.text.utf8CodeUnitCount == b.text.utf8CodeUnitCount else { return false }
    for i in 0..<a.text.utf8CodeUnitCount where a.text.utf8Start[i] != b.text.utf8Start[i] {
      return false
    }
    return true
  }
}
