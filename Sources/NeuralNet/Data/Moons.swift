extension SyntheticData {
  /// Two half circles that reach into each other; scikit-learn's `make_moons`.
  ///
  /// Class 0: `(cos t, sin t)`; class 1: `(1 - cos t, ½ - sin t)`; t from 0 to π in even steps.
  ///
  /// - Parameters:
  ///   - samples: both classes together; default 200.
  ///   - noise: standard deviation added to each coordinate; default 0.1.
  public static func moons(samples: Int = 200, noise: Float = 0.1) -> SyntheticData {
    SyntheticData("moons", samples: samples, noise: noise, task: .binary) { row, samples in
      let (group, fraction) = place(row, of: samples, classes: 2)
      let t = 3.1415927 * fraction
      return group == 0
        ? Point(x: Math.cos(t), y: Math.sin(t), target: 0)
        : Point(x: 1 - Math.cos(t), y: 0.5 - Math.sin(t), target: 1)
    }
  }
}
