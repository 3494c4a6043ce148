/// The arithmetic of a forward pass with its numbers: `x · W₁ + b₁ = z₁`, then `tanh`, then `a₁`.
public struct MatrixChain: Sendable {
  /// A matrix or what stands between two of them.
  public enum Term: Sendable {
    /// A matrix `[rows, columns]` with row-major `values`, its name and shape written above.
    case matrix(_ name: Text, rows: Int, columns: Int, values: [Double])
    /// An operation or relation: "·", "+", "=", "tanh →".
    case `operator`(_ symbol: Text)
  }

  /// One row of terms, usually the work of one layer.
  public struct Equation: Sendable {
    /// What the row computes, above it: "hidden 1". May be empty.
    public var name: Text
    /// From left to right.
    public var terms: [Term]

    /// A row of terms.
    public init(_ name: Text = "", terms: [Term]) {
      self.name = name
      self.terms = terms
    }
  }

  /// From top to bottom.
  public var equations: [Equation]

  /// A chain of equations.
  public init(_ equations: [Equation]) { self.equations = equations }
}
