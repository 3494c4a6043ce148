import Kernels

extension Activation {
  /// `y = x Φ(x)`, Φ the normal distribution, in the exact form with erf; `dx = dy (Φ(x) + x φ(x))`.
  ///
  /// - Source: Gaussian Error Linear Units, Hendrycks and Gimpel 2016, section 2.
  public static let gelu = Activation("gelu", functionGelu, functionGeluGradient, from: .input)
}

extension ElementFormulas {
  private static var rootOfHalf: T { 0.70710678118654752440 }
  private static var oneOverRootOf2Pi: T { 0.39894228040143267794 }

  /// Φ, the share of a normal distribution below x.
  private static func normalShare(_ x: T) -> T { 0.5 * (1 + T.erf(x * rootOfHalf)) }

  static func gelu(_ x: T) -> T { x * normalShare(x) }
  static func geluGradient(_ dy: T, _ x: T) -> T {
    dy * (normalShare(x) + x * (oneOverRootOf2Pi * T.exp(-0.5 * x * x)))
  }
}
