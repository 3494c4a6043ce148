extension Layer {
  /// `y_j = e^(x_j / τ) / Σ_k e^(x_k / τ)` in each row, τ being the temperature.
  ///
  /// Below 1 the largest takes more, towards all of it; above 1 all come closer to equal shares. With
  /// temperature 1 it is `Layer.softmax`.
  ///
  /// - Parameter temperature: above 0; default 1.
  /// - Source: Distilling the knowledge in a neural network, Hinton, Vinyals and Dean 2015, eq. 1.
  public static func softmax(temperature: Float) -> Layer {
    if temperature == 1 { return .softmax }
    return Layer("softmax", [temperature]) { graph, x throws(ShapeError) in
      guard temperature > 0, temperature.isFinite else {
        throw .outOfRange(operation: "softmax", value: temperature)
      }
      return try graph.add(Softmax(temperature: temperature), [x])
    }
  }
}
