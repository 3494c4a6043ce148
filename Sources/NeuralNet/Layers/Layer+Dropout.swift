extension Layer {
  /// `y = x m`: in training each m is 0 with probability `rate`, else `1 / (1 − rate)`; in evaluation
  /// `y = x`.
  ///
  /// - Parameters:
  ///   - rate: the share of numbers that are dropped, in [0, 1).
  ///   - scaling: default `.training`, as PyTorch does it; with `.evaluation`, m is 0 or 1 in
  ///     training, and evaluation multiplies by `1 − rate`.
  /// - Source: Dropout: a simple way to prevent neural networks from overfitting, Srivastava et al.
  ///   2014.
  public static func dropout(_ rate: Float, scaling: Dropout.Scaling = .training) -> Layer {
    Layer("dropout", [rate, scaling == .training ? 0 : 1]) { graph, x throws(ShapeError) in
      try graph.dropout(x, rate: rate, scaling: scaling)
    }
  }
}
