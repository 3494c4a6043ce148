extension Schedule {
  /// `minimum + (base − minimum)(1 + cos(π t / duration)) / 2`, from `base` down to `minimum`,
  /// default 0, and up again after that.
  ///
  /// - Source: SGDR: Stochastic Gradient Descent with Warm Restarts, Loshchilov and Hutter 2017,
  ///   eq. 5 without restarts; `torch.optim.lr_scheduler.CosineAnnealingLR`.
  public static func cosine(
    over duration: Int, minimum: Double = 0, unit: Unit = .epoch
  ) -> Schedule {
    let duration = Double(max(duration, 1))
    return Schedule("cosine", [duration, minimum], unit: unit) { t, base in
      cosine(from: base, to: minimum, share: t / duration)
    }
  }

  /// The cosine from `base` to `minimum` again and again, each time `factor` times as long.
  ///
  /// - Parameters:
  ///   - first: the duration of the first descent.
  ///   - factor: default 1.
  ///   - minimum: what a descent approaches; default 0.
  /// - Source: Loshchilov and Hutter 2017, eq. 5;
  ///   `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`.
  public static func cosineRestarts(
    first: Int, factor: Int = 1, minimum: Double = 0, unit: Unit = .epoch
  ) -> Schedule {
    let first = Double(max(first, 1)), factor = Double(max(factor, 1))
    return Schedule("cosine-restarts", [first, factor, minimum], unit: unit) { t, base in
      var start = 0.0, duration = first
      if factor == 1 { start = (t / first).rounded(.down) * first }
      while factor > 1, t - start >= duration {
        start += duration
        duration *= factor
      }
      return cosine(from: base, to: minimum, share: (t - start) / duration)
    }
  }

  /// Half a wave from `start`, share 0, to `end`, share 1.
  static func cosine(from start: Double, to end: Double, share: Double) -> Double {
    end + (start - end) * (1 + Math.cos(.pi * share)) / 2
  }
}
