import Kernels

extension Activation {
  /// `y = 1 / (1 + e^−x)`, `dx = dy y (1 − y)`.
  public static let sigmoid = Activation(
    "sigmoid", functionSigmoid, functionSigmoidGradient, from: .result)
}

extension ElementFormulas {
  static func sigmoidGradient(_ dy: T, _ y: T) -> T { dy * (y * (1 - y)) }
}
