extension SyntheticData {
  /// A straight line, `y = slope · x + intercept`; x from -1 to 1 in even steps.
  ///
  /// - Parameters:
  ///   - samples: default 50.
  ///   - noise: standard deviation added to y; default 0.1.
  ///   - slope: default 1.
  ///   - intercept: default 0.
  public static func line(
    samples: Int = 50, noise: Float = 0.1, slope: Float = 1, intercept: Float = 0
  ) -> SyntheticData {
    SyntheticData(
      "line", samples: samples, noise: noise, [slope, intercept, 0, 0], task: .regression
    ) { row in
      let x = 2 * place(row, of: samples, classes: 1).fraction - 1
      return Point(x: x, target: slope * x + intercept)
    }
  }
}
