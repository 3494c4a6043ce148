extension SyntheticData {
  /// A straight line, `y = slope · x + intercept`; x from -1 to 1 in even steps.
  ///
  /// - Parameters:
  ///   - samples: default 200.
  ///   - noise: standard deviation added to y; default 0.1.
  ///   - slope: default 2.
  ///   - intercept: default -1.
  public static func line(
    samples: Int = 200, noise: Float = 0.1, slope: Float = 2, intercept: Float = -1
  ) -> SyntheticData {
    SyntheticData(
      "line", samples: samples, noise: noise, [slope, intercept, 0, 0], task: .regression
    ) { row, samples in
      let x = 2 * place(row, of: samples, classes: 1).fraction - 1
      return Point(x: x, target: slope * x + intercept)
    }
  }
}
