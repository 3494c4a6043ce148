/// Why an operation cannot be added to a graph.
public enum ShapeError: Error, Equatable, Sendable {
  /// An operand has another shape than the operation needs, given its other operands.
  case mismatch(operation: Name, expected: Shape, found: Shape)
  /// An axis is shorter than 1, or the elements are too many to count.
  case invalid(operation: Name, Shape)
  /// A constant of a layer is outside its range: a negative number of units, a negative ELU scale.
  case outOfRange(operation: Name, value: Float)
  /// Two numbers do not go together, as a kernel that is larger than its padded input: what is wrong,
  /// the number that was found and the one that limits it.
  case conflict(operation: Name, reason: StaticString, found: Int, limit: Int)
  /// A layer of a model cannot be added: its number, from 0, and kind; the shapes from the model's
  /// input to that of the layer; and why.
  indirect case layer(Int, Name, shapes: [Shape], ShapeError)
}

extension ShapeError {
  /// Why, without the layers that it happened in.
  public var cause: ShapeError {
    if case .layer(_, _, _, let inner) = self { return inner.cause }
    return self
  }

  /// Whether both say the same.
  public static func == (a: ShapeError, b: ShapeError) -> Bool {
    switch (a, b) {
    case (.mismatch(let p, let q, let r), .mismatch(let u, let v, let w)):
      p == u && q == v && r == w
    case (.invalid(let p, let q), .invalid(let u, let v)): p == u && q == v
    case (.outOfRange(let p, let q), .outOfRange(let u, let v)):
      p == u && (q == v || q.isNaN && v.isNaN)
    case (.conflict(let p, let q, let r, let s), .conflict(let u, let v, let w, let x)):
      p == u && Name(q) == Name(v) && r == w && s == x
    case (.layer(let p, let q, let r, let s), .layer(let u, let v, let w, let x)):
      p == u && q == v && r == w && s == x
    default: false
    }
  }
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
