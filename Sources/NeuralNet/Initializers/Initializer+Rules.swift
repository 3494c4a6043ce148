extension Initializer {
  /// `U(-1/√inputs, 1/√inputs)` for weights and biases, the default of PyTorch's layers.
  public static let pytorchDefault = Initializer(
    distribution: .uniform, scale: 1, drawsBiases: true)

  /// `U(-a, a)` with `a = gain √(6 / (inputs + outputs))`; default gain 1.
  ///
  /// - Source: Understanding the difficulty of training deep feedforward neural networks, Glorot and
  ///   Bengio 2010, eq. 16.
  public static func xavierUniform(gain: Float = 1) -> Initializer {
    Initializer(distribution: .uniform, scale: gain * rootOfThree, fan: .average)
  }

  /// `N(0, σ²)` with `σ = gain √(2 / (inputs + outputs))`; default gain 1.
  ///
  /// - Source: Glorot and Bengio 2010, eq. 12.
  public static func xavierNormal(gain: Float = 1) -> Initializer {
    Initializer(distribution: .normal, scale: gain, fan: .average)
  }

  /// `U(-a, a)` with `a = gain √(3 / inputs)`; default gain √2, for ReLU.
  ///
  /// - Source: Delving deep into rectifiers, He, Zhang, Ren and Sun 2015, eq. 10.
  public static func heUniform(gain: Float = rootOfTwo) -> Initializer {
    Initializer(distribution: .uniform, scale: gain * rootOfThree)
  }

  /// `N(0, σ²)` with `σ = gain / √inputs`; default gain √2, for ReLU.
  ///
  /// - Source: He et al. 2015, eq. 10.
  public static func heNormal(gain: Float = rootOfTwo) -> Initializer {
    Initializer(distribution: .normal, scale: gain)
  }

  /// `U(-√(3 / inputs), √(3 / inputs))`.
  ///
  /// - Source: Efficient backprop, LeCun, Bottou, Orr and Müller 1998, eq. 16.
  public static let lecunUniform = Initializer(distribution: .uniform, scale: rootOfThree)

  /// `N(0, 1 / inputs)`, as self-normalising networks (SELU) need it.
  ///
  /// - Source: LeCun et al. 1998, eq. 16.
  public static let lecunNormal = Initializer(distribution: .normal, scale: 1)

  /// 0 everywhere: units that start equal stay equal.
  public static let zeros = constant(0)

  /// All weights `value`, biases 0.
  public static func constant(_ value: Float) -> Initializer {
    Initializer(distribution: .constant, scale: value)
  }

  /// The gain for ReLU.
  public static let rootOfTwo: Float = 1.4142135
  private static let rootOfThree: Float = 1.7320508
}
