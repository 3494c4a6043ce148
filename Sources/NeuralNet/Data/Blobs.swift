extension SyntheticData {
  /// Round clouds, one for each class.
  ///
  /// Like scikit-learn's `make_blobs`, but the centres lie evenly on a circle of radius 4, so that no
  /// two are close by chance.
  ///
  /// - Parameters:
  ///   - samples: all classes together; default 200.
  ///   - noise: standard deviation of a cloud in each coordinate; default 1.
  ///   - centers: clouds, at least 2; default 3. Two are a binary task.
  public static func blobs(
    samples: Int = 200, noise: Float = 1, centers: Int = 3
  ) -> SyntheticData {
    let centers = max(centers, 2)
    return SyntheticData(
      "blobs", samples: samples, noise: noise, [Float(centers), 0, 0, 0],
      task: task(classes: centers)
    ) { row, samples in
      let (group, _) = place(row, of: samples, classes: centers)
      let angle = 6.2831855 * Float(group) / Float(centers)
      return Point(x: 4 * Math.cos(angle), y: 4 * Math.sin(angle), target: Float(group))
    }
  }
}
