extension SyntheticData {
  /// A circle in a circle; scikit-learn's `make_circles`.
  ///
  /// Class 0 on the unit circle, class 1 on one of radius `factor`, in even steps.
  ///
  /// - Parameters:
  ///   - samples: both classes together; default 200.
  ///   - noise: standard deviation added to each coordinate; default 0.05.
  ///   - factor: the inner radius; default 0.5 (scikit-learn has 0.8).
  public static func circles(
    samples: Int = 200, noise: Float = 0.05, factor: Float = 0.5
  ) -> SyntheticData {
    SyntheticData(
      "circles", samples: samples, noise: noise, [factor, 0, 0, 0], task: .binary
    ) { row, samples in
      let (group, fraction) = place(row, of: samples, classes: 2, includesEnd: false)
      let angle = 6.2831855 * fraction
      let radius = group == 0 ? 1 : factor
      return Point(x: radius * Math.cos(angle), y: radius * Math.sin(angle), target: Float(group))
    }
  }
}
