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

  /// `U(-a, a)` with `a = gain √(3 / fan)`; default gain √2, for ReLU, and the inputs.
  ///
  /// - Source: Delving deep into rectifiers, He, Zhang, Ren and Sun 2015, eq. 10 and 14;
  ///   `torch.nn.init.kaiming_uniform_`.
  public static func heUniform(gain: Float = rootOfTwo, fan: Fan = .inputs) -> Initializer {
    Initializer(distribution: .uniform, scale: gain * rootOfThree, fan: fan)
  }

  /// `N(0, σ²)` with `σ = gain / √fan`; default gain √2, for ReLU, and the inputs.
  ///
  /// - Source: He et al. 2015, eq. 10 and 14; `torch.nn.init.kaiming_normal_`.
  public static func heNormal(gain: Float = rootOfTwo, fan: Fan = .inputs) -> Initializer {
    Initializer(distribution: .normal, scale: gain, fan: fan)
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

  /// 1 for all weights.
  public static let ones = constant(1)

  /// `U(lower, upper)` for weights of any layer.
  public static func uniform(from lower: Float, to upper: Float) -> Initializer {
    Initializer(
      distribution: .uniform, scale: (upper - lower) / 2, fan: .none, centre: (lower + upper) / 2)
  }

  /// `N(mean, deviation²)` for weights of any layer.
  ///
  /// - Parameter deviation: the root of the variance; who gives `2 / inputs` here has mistaken one
  ///   for the other.
  public static func normal(mean: Float = 0, deviation: Float = 1) -> Initializer {
    Initializer(distribution: .normal, scale: deviation, fan: .none, centre: mean)
  }

  /// `N(mean, deviation²)` between two bounds; default -2 and 2, whatever the deviation.
  ///
  /// - Source: `torch.nn.init.trunc_normal_`.
  public static func truncatedNormal(
    mean: Float = 0, deviation: Float = 1, from lower: Float = -2, to upper: Float = 2
  ) -> Initializer {
    Initializer(
      distribution: .truncatedNormal(lower: lower, upper: upper), scale: deviation, fan: .none,
      centre: mean)
  }

  /// A random rotation: `W Wᵀ = gain² I`, or `Wᵀ W` if there are more units than connections; default
  /// gain 1.
  ///
  /// - Source: Exact solutions to the nonlinear dynamics of learning in deep linear neural networks,
  ///   Saxe, McClelland and Ganguli 2013.
  public static func orthogonal(gain: Float = 1) -> Initializer {
    Initializer(distribution: .orthogonal, scale: gain, fan: .none)
  }

  /// `N(0, deviation²)`, default 0.01, with this share of each input's weights 0.
  ///
  /// - Source: Deep learning via Hessian-free optimization, Martens 2010.
  public static func sparse(zeros share: Float, deviation: Float = 0.01) -> Initializer {
    Initializer(distribution: .sparse(share), scale: deviation, fan: .none)
  }

  /// 1 where unit and input have the same number, in the middle of a kernel; 0 elsewhere.
  public static let identity = Initializer(distribution: .identity, scale: 1, fan: .none)

  /// The gain for ReLU.
  public static let rootOfTwo: Float = 1.4142135
  private static let rootOfThree: Float = 1.7320508
}
