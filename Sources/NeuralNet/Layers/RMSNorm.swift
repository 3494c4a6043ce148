extension Layer {
  /// `y = x / √(mean x² + ε) · weight` for each row: no mean is taken off, nothing is added.
  ///
  /// PyTorch's `nn.RMSNorm`, whose `eps=None` is the distance from 1 to the next Float; the weights
  /// begin with 1.
  ///
  /// - Shapes: x and y `[…, features]`, weight `[features]`.
  /// - Parameter epsilon: at least 0; default 2⁻²³, about 1.19e-7.
  /// - Source: Root mean square layer normalization, Zhang and Sennrich 2019, eq. 4.
  public static func rmsNorm(epsilon: Float = Float.ulpOfOne) -> Layer {
    Layer("rmsNorm", [epsilon]) { graph, x throws(ShapeError) in
      try graph.normalized(x, "rmsNorm", epsilon: epsilon, isCentred: false)
    }
  }
}
