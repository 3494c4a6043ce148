extension SyntheticData {
  /// Exclusive or: the corners of the unit square, again and again in the order of the truth table.
  ///
  /// `(0, 0) → 0, (0, 1) → 1, (1, 0) → 1, (1, 1) → 0`
  ///
  /// - Parameters:
  ///   - samples: default 4, the truth table.
  ///   - noise: standard deviation added to each coordinate; default 0.
  public static func xor(samples: Int = 4, noise: Float = 0) -> SyntheticData {
    SyntheticData("xor", samples: samples, noise: noise, task: .binary, shuffles: false) { row, _ in
      let a = row >> 1 & 1, b = row & 1
      return Point(x: Float(a), y: Float(b), target: Float(a ^ b))
    }
  }
}
