/// What follows a layer's weights, for the factor that keeps activations at their size.
///
/// - Source: `torch.nn.init.calculate_gain`.
public enum Nonlinearity: Equatable, Sendable {
  /// Nothing, a convolution or a dense layer.
  case linear
  /// The logistic function.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// `max(x, 0)`
  case relu
  /// ReLU with a slope below zero, 0.01 by default.
  case leakyRelu(slope: Float = 0.01)
  /// Self-normalising; such networks want gain 1, `lecunNormal`, rather than this.
  case selu

  /// 1, 1, 5/3, √2, `√(2 / (1 + slope²))` and 3/4.
  public var gain: Float {
    switch self {
    case .linear, .sigmoid: 1
    case .tanh: 5 / 3
    case .relu: Initializer.rootOfTwo
    case .leakyRelu(let slope): (2 / (1 + slope * slope)).squareRoot()
    case .selu: 3 / 4
    }
  }
}
