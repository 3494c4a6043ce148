import Kernels

extension Activation {
  /// `y = x` where `x > 0`, else `alpha (e^x − 1)`; `dx = dy` or `dy (y + alpha)`.
  ///
  /// - Parameter alpha: at least 0, default 1; a layer with a negative one is refused.
  /// - Source: Fast and Accurate Deep Network Learning by Exponential Linear Units, Clevert et al.
  ///   2015, equation 15.
  public static func elu(alpha: Float = 1) -> Activation {
    Activation("elu", functionElu, functionEluGradient, from: .result, parameter: alpha)
  }
}

extension ElementFormulas {
  static func elu(_ x: T, _ alpha: T) -> T { x > 0 ? x : alpha * (T.exp(x) - 1) }
  static func eluGradient(_ dy: T, _ y: T, _ alpha: T) -> T { y > 0 ? dy : dy * (y + alpha) }
}
