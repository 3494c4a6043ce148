import Kernels

extension Activation {
  /// `y = x` where `x > 0`, else `slope · x`.
  ///
  /// The gradient is computed from the result, which has the sign of `x` unless the slope is
  /// negative.
  ///
  /// - Parameter slope: any number; default 0.01.
  public static func leakyRelu(slope: Float = 0.01) -> Activation {
    Activation(
      "leakyRelu", functionLeakyRelu, functionLeakyReluGradient,
      from: slope >= 0 ? .result : .input, parameter: slope)
  }
}

extension ElementFormulas {
  static func leakyRelu(_ x: T, _ slope: T) -> T { x > 0 ? x : slope * x }
  static func leakyReluGradient(_ dy: T, _ z: T, _ slope: T) -> T { z > 0 ? dy : slope * dy }
}
