extension SyntheticData {
  /// Sequences whose first number must be remembered: it is 1 or −1, the others are noise.
  ///
  /// The target is 1 for a first number of 1, otherwise 0. How far a recurrent network can learn to
  /// look back shows in the lengths at which it still succeeds.
  ///
  /// - Shapes: a row is `[length]`, one feature a step.
  /// - Parameters:
  ///   - samples: default 200, both classes alike.
  ///   - length: steps, at least 1; default 20.
  ///   - noise: standard deviation of the other numbers; default 0.5.
  /// - Source: Learning long-term dependencies with gradient descent is difficult, Bengio, Simard and
  ///   Frasconi 1994.
  public static func firstBit(
    samples: Int = 200, length: Int = 20, noise: Float = 0.5
  ) -> SyntheticData {
    let length = max(length, 1)
    return SyntheticData(
      "first-bit", samples: samples, noise: noise, [Float(length), 0, 0, 0], task: .binary,
      form: Form(featureCount: length)
    ) { row, _, noise, random, rows in
      let bit = row & 1
      rows.features.append(bit == 1 ? 1 : -1)
      for _ in 1..<length { rows.features.append(noise * random.nextNormal()) }
      rows.targets.append(Float(bit))
    }
  }

  /// The adding problem: which two of many numbers are marked, and what is their sum?
  ///
  /// Each step has a number in [0, 1) and a marker, which is 1 at one step of each half and 0
  /// elsewhere. Answering 1 always has a mean squared error of 1/6.
  ///
  /// - Shapes: a row is `[length, 2]`: number and marker of the first step, of the second, …
  /// - Parameters:
  ///   - samples: default 1000.
  ///   - length: steps, at least 2; default 20.
  ///   - noise: standard deviation added to the target; default 0.
  /// - Source: Long short-term memory, Hochreiter and Schmidhuber 1997; in the form of A simple way to
  ///   initialize recurrent networks of rectified linear units, Le, Jaitly and Hinton 2015.
  public static func adding(
    samples: Int = 1000, length: Int = 20, noise: Float = 0
  ) -> SyntheticData {
    let length = max(length, 2)
    return SyntheticData(
      "adding", samples: samples, noise: noise, [Float(length), 0, 0, 0], task: .regression,
      form: Form(featureCount: 2 * length)
    ) { _, _, noise, random, rows in
      let half = length / 2
      let marked = [random.nextBelow(half), half + random.nextBelow(length - half)]
      var sum: Float = 0
      for step in 0..<length {
        let number = random.nextUnit(), isMarked = marked.contains(step)
        rows.features += [number, isMarked ? 1 : 0]
        if isMarked { sum += number }
      }
      rows.targets.append(sum + noise * random.nextNormal())
    }
  }

  /// Windows of a sine, `sin(2π (t / period + phase))` with a phase of its own each; the target is
  /// the value that comes next.
  ///
  /// - Shapes: a row is `[length]`, one feature a step.
  /// - Parameters:
  ///   - samples: default 200.
  ///   - length: steps of a window, at least 1; default 20.
  ///   - noise: standard deviation added to the features; default 0.1. The target has none.
  ///   - period: steps of an oscillation, positive; default 25.
  public static func waves(
    samples: Int = 200, length: Int = 20, noise: Float = 0.1, period: Float = 25
  ) -> SyntheticData {
    let length = max(length, 1), period = period > 0 && period.isFinite ? period : 25
    return SyntheticData(
      "waves", samples: samples, noise: noise, [Float(length), period, 0, 0], task: .regression,
      form: Form(featureCount: length)
    ) { _, _, noise, random, rows in
      let phase = random.nextUnit()
      for step in 0..<length {
        let value = Math.sin(6.2831855 * (Float(step) / period + phase))
        rows.features.append(value + noise * random.nextNormal())
      }
      rows.targets.append(Math.sin(6.2831855 * (Float(length) / period + phase)))
    }
  }
}
