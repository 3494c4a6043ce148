extension Schedule {
  /// From `base · start` in a straight line to `base`, then another schedule from its beginning.
  ///
  /// - Parameters:
  ///   - duration: default 5.
  ///   - start: default 1/3.
  ///   - next: its times count from the end of the warm-up, in the same unit; default constant.
  ///   - unit: what all times count.
  /// - Source: `torch.optim.lr_scheduler.LinearLR`, and `SequentialLR` of it and another.
  public static func warmup(
    over duration: Int = 5, from start: Double = 1.0 / 3, then next: Schedule = .constant,
    unit: Unit = .step
  ) -> Schedule {
    let duration = Double(max(duration, 1))
    var momentumRule: (@Sendable (Double) -> Double)?
    if next.cyclesMomentum {
      momentumRule = { t in next.momentum(at: Int(t - duration)) ?? 0 }
    }
    return Schedule(
      "warmup", [duration, start], unit: unit, parts: [next], momentum: momentumRule
    ) { t, base in
      t < duration
        ? base * (start + (1 - start) * t / duration)
        : next.exactRate(at: Int(t - duration), base: base)
    }
  }

  /// `base · width^−½ · min(n^−½, n · duration^−3/2)` for update n = t + 1: a straight rise, then a
  /// slow fall. In the paper `base` is 1.
  ///
  /// - Parameters:
  ///   - width: features of the model; default 512.
  ///   - duration: updates up to the peak; default 4000.
  /// - Source: Attention Is All You Need, Vaswani et al. 2017, eq. 3.
  public static func inverseSquareRoot(
    width: Int = 512, warmup duration: Int = 4000, unit: Unit = .step
  ) -> Schedule {
    let width = Double(max(width, 1)), duration = Double(max(duration, 1))
    return Schedule("inverse-square-root", [width, duration], unit: unit) { t, base in
      let n = t + 1
      let size = min(1 / n.squareRoot(), n / (duration * duration.squareRoot()))
      return base / width.squareRoot() * size
    }
  }
}
