import Kernels

extension Activation {
  /// `y = log(1 + e^x)`, a smooth ReLU; `dx = dy σ(x)`.
  public static let softplus = Activation(
    "softplus", functionSoftplus, functionSoftplusGradient, from: .input)
}

extension ElementFormulas {
  static func softplusGradient(_ dy: T, _ x: T) -> T { dy * T.sigmoid(x) }
}
