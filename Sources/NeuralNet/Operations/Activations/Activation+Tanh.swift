import Kernels

extension Activation {
  /// `y = tanh x`, `dx = dy (1 − y²)`.
  public static let tanh = Activation("tanh", functionTanh, functionTanhGradient, from: .result)
}

extension ElementFormulas {
  static func tanhGradient(_ dy: T, _ y: T) -> T { dy * (1 - y * y) }
}
