extension Layer {
  /// `y = [f₁(x), f₂(x), …]` along the innermost axis: models side by side on the same input.
  ///
  /// A branch without layers passes x on, as DenseNet does: `.parallel([[], [.dense(12), .relu]])`.
  ///
  /// - Shapes: `f_i(x)` `[batch, …, columns_i]`, y `[batch, …, Σ columns_i]`.
  /// - Parameter branches: at least one.
  /// - Source: Densely connected convolutional networks, Huang et al. 2017, equation 2.
  public static func parallel(_ branches: [[Layer]]) -> Layer {
    Layer("parallel", branches: branches) { graph, x throws(ShapeError) in
      guard !branches.isEmpty else { throw .outOfRange(operation: "parallel", value: 0) }
      let results = try graph.scoped("branches") { graph throws(ShapeError) in
        var results: [Value] = []
        for (number, branch) in branches.enumerated() {
          results.append(
            try graph.scoped(number) { graph throws(ShapeError) in
              try graph.apply(branch, to: x).last ?? x
            })
        }
        return results
      }
      return results.count == 1 ? results[0] : try graph.add(Concatenate(), results)
    }
  }
}
