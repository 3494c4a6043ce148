import Kernels

extension Activation {
  /// `y = x σ(x)`, also called swish; `dx = dy σ(x) (1 + x (1 − σ(x)))`.
  ///
  /// - Source: Searching for Activation Functions, Ramachandran et al. 2017.
  public static let silu = Activation("silu", functionSilu, functionSiluGradient, from: .input)
}

extension ElementFormulas {
  static func silu(_ x: T) -> T { x * T.sigmoid(x) }
  static func siluGradient(_ dy: T, _ x: T) -> T {
    let share = T.sigmoid(x)
    return dy * (share * (1 + x * (1 - share)))
  }
}
