/// A floating-point type with the elementary functions of `Math`: `Float` or `Double`.
///
/// For code written once for both, such as the plain kernels.
public protocol Scalar: BinaryFloatingPoint, Sendable {
  /// `e^x`.
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// `log(1 + x)`.
  static func log1p(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// `1 / (1 + e^-x)`.
  static func sigmoid(_ x: Self) -> Self
  /// The sine of x radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of x radians.
  static func cos(_ x: Self) -> Self
  /// The error function.
  static func erf(_ x: Self) -> Self
  /// `log(1 + e^x)`.
  static func softplus(_ x: Self) -> Self
}

extension Float: Scalar {
  /// `e^x`.
  public static func exp(_ x: Float) -> Float { Math.exp(x) }
  /// The natural logarithm.
  public static func log(_ x: Float) -> Float { Math.log(x) }
  /// `log(1 + x)`.
  public static func log1p(_ x: Float) -> Float { Math.log1p(x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Float) -> Float { Math.tanh(x) }
  /// `1 / (1 + e^-x)`.
  public static func sigmoid(_ x: Float) -> Float { Math.sigmoid(x) }
  /// The sine of x radians.
  public static func sin(_ x: Float) -> Float { Math.sin(x) }
  /// The cosine of x radians.
  public static func cos(_ x: Float) -> Float { Math.cos(x) }
  /// The error function.
  public static func erf(_ x: Float) -> Float { Math.erf(x) }
  /// `log(1 + e^x)`.
  public static func softplus(_ x: Float) -> Float { Math.softplus(x) }
}

extension Double: Scalar {
  /// `e^x`.
  public static func exp(_ x: Double) -> Double { Math.exp(x) }
  /// The natural logarithm.
  public static func log(_ x: Double) -> Double { Math.log(x) }
  /// `log(1 + x)`.
  public static func log1p(_ x: Double) -> Double { Math.log1p(x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double { Math.tanh(x) }
  /// `1 / (1 + e^-x)`.
  public static func sigmoid(_ x: Double) -> Double { Math.sigmoid(x) }
  /// The sine of x radians.
  public static func sin(_ x: Double) -> Double { Math.sin(x) }
  /// The cosine of x radians.
  public static func cos(_ x: Double) -> Double { Math.cos(x) }
  /// The error function.
  public static func erf(_ x: Double) -> Double { Math.erf(x) }
  /// `log(1 + e^x)`.
  public static func softplus(_ x: Double) -> Double { Math.softplus(x) }
}
