extension SyntheticData {
  /// Small clouds on a circle, for generators to imitate: whether one finds all of them shows at a
  /// glance.
  ///
  /// - Parameters:
  ///   - samples: all clouds together; default 400.
  ///   - noise: standard deviation of a cloud in each coordinate; default 0.05.
  ///   - modes: clouds, at least 2; default 8. The target is the number of the cloud.
  ///   - radius: of the circle; default 1.
  /// - Source: Unrolled generative adversarial networks, Metz et al. 2017.
  public static func ring(
    samples: Int = 400, noise: Float = 0.05, modes: Int = 8, radius: Float = 1
  ) -> SyntheticData {
    let modes = max(modes, 2)
    return SyntheticData(
      "ring", samples: samples, noise: noise, [Float(modes), radius, 0, 0],
      task: .classes(modes)
    ) { row, samples in
      let (group, _) = place(row, of: samples, classes: modes)
      let angle = 6.2831855 * Float(group) / Float(modes)
      return Point(
        x: radius * Math.cos(angle), y: radius * Math.sin(angle), target: Float(group))
    }
  }

  /// Small clouds in a square, `side` in each direction, from −1 to 1.
  ///
  /// - Parameters:
  ///   - samples: all clouds together; default 500.
  ///   - noise: standard deviation of a cloud in each coordinate; default 0.05.
  ///   - side: clouds along a side, at least 2; default 5. The target is the number of the cloud, line
  ///     by line.
  public static func grid(
    samples: Int = 500, noise: Float = 0.05, side: Int = 5
  ) -> SyntheticData {
    let side = max(side, 2)
    return SyntheticData(
      "grid", samples: samples, noise: noise, [Float(side), 0, 0, 0], task: .classes(side * side)
    ) { row, samples in
      let (group, _) = place(row, of: samples, classes: side * side)
      let step = 2 / Float(side - 1)
      return Point(
        x: step * Float(group % side) - 1, y: step * Float(group / side) - 1,
        target: Float(group))
    }
  }
}
