import Kernels

extension Activation {
  /// `y = λ x` where `x > 0`, else `λα (e^x − 1)`; `dx = λ dy` or `dy (y + λα)`.
  ///
  /// λ = 1.0507009873554805 and α = 1.6732632423543772 keep mean 0 and variance 1 from layer to
  /// layer.
  ///
  /// - Source: Self-Normalizing Neural Networks, Klambauer et al. 2017, equation 2.
  public static let selu = Activation("selu", functionSelu, functionSeluGradient, from: .result)
}

extension ElementFormulas {
  private static var scale: T { 1.0507009873554804934193349852946 }
  private static var scaleAlpha: T { 1.7580993408473768599402175208123 }

  static func selu(_ x: T) -> T { x > 0 ? scale * x : scaleAlpha * (T.exp(x) - 1) }
  static func seluGradient(_ dy: T, _ y: T) -> T { dy * (y > 0 ? scale : y + scaleAlpha) }
}
