/// A term of values, constants and functions, to be added to a graph: a loss written in Swift reads like
/// its formula.
///
///     let µ = Formula(mean), logVariance = Formula(width)
///     let kl = try graph.add(-0.5 * sum(1 + logVariance - square(µ) - exp(logVariance)))
///
/// Operands of different shapes are repeated as `Shape.broadcast` says. A formula that is used twice is
/// computed twice, unless it is added to the graph and made a formula again.
public struct Formula: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  enum Kind: Sendable {
    case constant(Float)
    case term(@Sendable (inout Graph) throws(ShapeError) -> Value)
  }
  let kind: Kind

  /// A value of the graph.
  public init(_ value: Value) { self.init { _ throws(ShapeError) in value } }
  /// A number.
  public init(_ constant: Float) { kind = .constant(constant) }
  /// A number.
  public init(floatLiteral constant: Float) { kind = .constant(constant) }
  /// A number.
  public init(integerLiteral constant: Int) { kind = .constant(Float(constant)) }

  init(_ term: @escaping @Sendable (inout Graph) throws(ShapeError) -> Value) { kind = .term(term) }

  /// Any operation on other terms.
  public init(_ operation: any Operation, _ operands: [Formula]) {
    self.init { graph throws(ShapeError) in
      var values: [Value] = []
      for operand in operands { values.append(try graph.add(operand)) }
      return try graph.add(operation, values)
    }
  }

  /// A function of one element.
  func applying(_ function: Activation) -> Formula {
    if case .constant(let constant) = kind { return Formula(function(constant)) }
    return Formula(ActivationOperation(function), [self])
  }
}

extension Graph {
  /// Adds the nodes that compute a formula.
  ///
  /// - Throws: `ShapeError` if operands do not fit each other.
  public mutating func add(_ formula: Formula) throws(ShapeError) -> Value {
    switch formula.kind {
    case .constant(let number): insert(Fill(number), [], .scalar)
    case .term(let build): try build(&self)
    }
  }
}

// MARK: - Arithmetic

extension Formula {
  /// `a + b`.
  public static func + (a: Formula, b: Formula) -> Formula {
    switch (a.kind, b.kind) {
    case (_, .constant(let c)): a.applying(.shifted(by: c))
    case (.constant(let c), _): b.applying(.shifted(by: c))
    default: Formula(Add.shared, [a, b])
    }
  }

  /// `a − b`.
  public static func - (a: Formula, b: Formula) -> Formula {
    switch (a.kind, b.kind) {
    case (_, .constant(let c)): a.applying(.shifted(by: -c))
    case (.constant, _): a + -b
    default: Formula(Subtract.shared, [a, b])
    }
  }

  /// `a b`, element by element.
  public static func * (a: Formula, b: Formula) -> Formula {
    switch (a.kind, b.kind) {
    case (_, .constant(let c)): a.applying(.scaled(by: c))
    case (.constant(let c), _): b.applying(.scaled(by: c))
    default: Formula(Multiply.shared, [a, b])
    }
  }

  /// `a / b`, element by element.
  public static func / (a: Formula, b: Formula) -> Formula {
    switch (a.kind, b.kind) {
    case (_, .constant(let c)): a.applying(.divided(by: c))
    case (.constant, _): a * reciprocal(b)
    default: Formula(Divide.shared, [a, b])
    }
  }

  /// `−a`.
  public static prefix func - (a: Formula) -> Formula { a.applying(.scaled(by: -1)) }
}
