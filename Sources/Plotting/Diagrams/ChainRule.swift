/// The chain rule spelled out for one weight: `∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w`, with the numbers.
///
/// In all symbols `_` starts a subscript that lasts to the next space or operator: `w_12`, `δ_k`.
public struct ChainRule: Sendable {
  /// A derivative with its value.
  public struct Factor: Sendable {
    /// What is differentiated, without the `∂`: "L".
    public var numerator: Text
    /// By what, without the `∂`: "w_12".
    public var denominator: Text
    /// Its value.
    public var value: Double
    /// Where the value comes from, below it: "tanh′(z) = 1 − a²". May be empty.
    public var note: Text

    /// The derivative of `numerator` by `denominator`.
    public init(
      _ numerator: Text, by denominator: Text, value: Double, note: Text = ""
    ) {
      self.numerator = numerator
      self.denominator = denominator
      self.value = value
      self.note = note
    }
  }

  /// A factor that is itself a sum over the units of the next layer.
  public struct Sum: Sendable {
    /// The sum in symbols: "∂L/∂a_1 = Σ_k δ_k w_1k".
    public var symbol: Text
    /// The products that are added: the unit's error `δ` and the weight that leads to it.
    public var terms: [Term]

    /// One product of the sum.
    public struct Term: Sendable {
      /// The derivative of the loss by the next unit's input.
      public var delta: Double
      /// The weight from this unit to that one.
      public var weight: Double

      /// The product `delta · weight`.
      public init(delta: Double, weight: Double) {
        self.delta = delta
        self.weight = weight
      }
    }

    /// A sum of products.
    public init(_ symbol: Text, terms: [Term]) {
      self.symbol = symbol
      self.terms = terms
    }
  }

  /// The derivative that is wanted, with the value that backpropagation gives.
  public var result: Factor
  /// What it is the product of, from the loss down to the weight.
  public var factors: [Factor]
  /// How the first factor is put together, below the row.
  public var sum: Sum?

  /// The product of `factors`, whose value is `result.value`.
  public init(_ result: Factor, factors: [Factor], sum: Sum? = nil) {
    self.result = result
    self.factors = factors
    self.sum = sum
  }
}
