extension Layer {
  /// An activation as a layer of its own.
  public static func activation(_ activation: Activation) -> Layer {
    Layer(
      activation.name, [activation.parameter], activation: activation
    ) { graph, x throws(ShapeError) in
      try activation.add(to: &graph, x)
    }
  }

  /// `y = x`.
  public static let linear = activation(.linear)
  /// `y = 1 / (1 + e^−x)`.
  public static let sigmoid = activation(.sigmoid)
  /// `y = tanh x`.
  public static let tanh = activation(.tanh)
  /// `y = max(x, 0)`.
  public static let relu = activation(.relu)
  /// `y = λ x` where `x > 0`, else `λα (e^x − 1)`.
  public static let selu = activation(.selu)
  /// `y = x Φ(x)`.
  public static let gelu = activation(.gelu)
  /// `y = x σ(x)`.
  public static let silu = activation(.silu)
  /// `y = log(1 + e^x)`.
  public static let softplus = activation(.softplus)
  /// `y_j = e^x_j / Σ_k e^x_k` in each row.
  public static let softmax = activation(.softmax)
  /// `y = x` where `x > 0`, else `slope · x`; default slope 0.01.
  public static func leakyRelu(slope: Float = 0.01) -> Layer {
    activation(.leakyRelu(slope: slope))
  }
  /// `y = x` where `x > 0`, else `alpha (e^x − 1)`; alpha at least 0, default 1.
  public static func elu(alpha: Float = 1) -> Layer { activation(.elu(alpha: alpha)) }
}

extension Activation {
  /// Adds the activation of `x` to a graph.
  ///
  /// - Throws: `ShapeError.outOfRange` for a constant that is not a number, or for ELU negative.
  public func add(to graph: inout Graph, _ x: Value) throws(ShapeError) -> Value {
    guard parameter.isFinite, parameter >= 0 || function != Activation.elu().function else {
      throw .outOfRange(operation: name, value: parameter)
    }
    if self == .linear { return x }
    if self == .softmax { return try graph.add(Softmax.shared, [x]) }
    return try graph.add(ActivationOperation(self), [x])
  }
}
