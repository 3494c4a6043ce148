import Kernels

extension Activation {
  /// `y = max(x, 0)`, `dx = dy` where `y > 0`, else 0; a NaN passes through.
  public static let relu = Activation("relu", functionRelu, functionReluGradient, from: .result)
}

extension ElementFormulas {
  static func relu(_ x: T) -> T { x <= 0 ? 0 : x }
  static func reluGradient(_ dy: T, _ y: T) -> T { y <= 0 ? 0 : dy }
}
