extension SyntheticData {
  /// A sine curve, `y = sin(π · periods · x)`; x from -1 to 1 in even steps.
  ///
  /// - Parameters:
  ///   - samples: default 100.
  ///   - noise: standard deviation added to y; default 0.1.
  ///   - periods: from -1 to 1; default 1.
  public static func sine(
    samples: Int = 100, noise: Float = 0.1, periods: Float = 1
  ) -> SyntheticData {
    SyntheticData(
      "sine", samples: samples, noise: noise, [periods, 0, 0, 0], task: .regression
    ) { row in
      let x = 2 * place(row, of: samples, classes: 1).fraction - 1
      return Point(x: x, target: Math.sin(3.1415927 * periods * x))
    }
  }
}
