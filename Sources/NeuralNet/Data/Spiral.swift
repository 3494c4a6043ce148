extension SyntheticData {
  /// Arms that wind out from the centre, one for each class.
  ///
  /// `radius · (cos, sin)(2π (turns · radius + class / classes))`, the radius from 0 to 1 in even
  /// steps.
  ///
  /// - Parameters:
  ///   - samples: all classes together; default 200.
  ///   - noise: standard deviation added to each coordinate; default 0.02.
  ///   - classes: arms, at least 2; default 2, a binary task.
  ///   - turns: of an arm; default 1. TensorFlow Playground has 1.75, at six times the size.
  public static func spiral(
    samples: Int = 200, noise: Float = 0.02, classes: Int = 2, turns: Float = 1
  ) -> SyntheticData {
    let classes = max(classes, 2)
    return SyntheticData(
      "spiral", samples: samples, noise: noise, [Float(classes), turns, 0, 0],
      task: task(classes: classes)
    ) { row, samples in
      let (group, radius) = place(row, of: samples, classes: classes)
      let angle = 6.2831855 * (turns * radius + Float(group) / Float(classes))
      return Point(x: radius * Math.cos(angle), y: radius * Math.sin(angle), target: Float(group))
    }
  }
}
