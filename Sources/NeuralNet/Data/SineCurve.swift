extension SyntheticData {
  /// A sine curve, `y = sin(periods · x)`; x from -π to π in even steps.
  ///
  /// - Parameters:
  ///   - samples: default 200.
  ///   - noise: standard deviation added to y; default 0.1.
  ///   - periods: from -π to π; default 1.
  public static func sine(
    samples: Int = 200, noise: Float = 0.1, periods: Float = 1
  ) -> SyntheticData {
    SyntheticData(
      "sine", samples: samples, noise: noise, [periods, 0, 0, 0], task: .regression
    ) { row, samples in
      let x = 3.1415927 * (2 * place(row, of: samples, classes: 1).fraction - 1)
      return Point(x: x, target: Math.sin(periods * x))
    }
  }
}
