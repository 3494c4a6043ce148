extension Layer {
  /// `y = (x − μ) / √(σ² + ε) · γ + β`: each feature, or channel, by its mean and variance over the
  /// batch and all places.
  ///
  /// Training uses the batch's μ and biased σ², and has
  /// `running ← (1 − momentum) running + momentum · statistic` follow them, with the unbiased variance;
  /// evaluation uses the running ones, as PyTorch does.
  ///
  /// - Shapes: x and y `[batch, features]`, `[batch, time, features]` or
  ///   `[batch, height, width, channels]`; γ, β and the running statistics one number for each feature.
  /// - Parameters:
  ///   - momentum: share of the newest batch in the running statistics, in [0, 1]; default 0.1.
  ///   - epsilon: at least 0; default 1e-5.
  /// - Source: Batch normalization, Ioffe and Szegedy 2015, algorithms 1 and 2.
  public static func batchNorm(momentum: Float = 0.1, epsilon: Float = 1e-5) -> Layer {
    Layer("batchNorm", [momentum, epsilon]) { graph, x throws(ShapeError) in
      guard 0...1 ~= momentum else { throw .outOfRange(operation: "batchNorm", value: momentum) }
      guard epsilon >= 0, epsilon.isFinite else {
        throw .outOfRange(operation: "batchNorm", value: epsilon)
      }
      let shape = graph.shape(x), row = Shape(shape.columns)
      let scale = try graph.parameter(
        row, .scale, fanIn: 1, fanOut: 1, start: .constant(1), named: "weight")
      let shift = try graph.parameter(row, .bias, fanIn: 1, fanOut: 1, start: .constant(0))
      let mean = try graph.state(row, startingAt: 0, named: "running_mean")
      let variance = try graph.state(row, startingAt: 1, named: "running_var")
      let y = try graph.add(
        BatchNormalization(epsilon: epsilon), [x, scale, shift, mean, variance])
      let statistics = Value(index: y.index, part: 1)
      graph.effect(
        RunningStatistic(.mean, momentum: momentum, rows: shape.rows), [mean, statistics])
      graph.effect(
        RunningStatistic(.variance, momentum: momentum, rows: shape.rows), [variance, statistics])
      return y
    }
  }
}
