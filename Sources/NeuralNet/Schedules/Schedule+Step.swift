extension Schedule {
  /// `base · gamma^⌊t / period⌋`: a new rate every `period` epochs; gamma default 0.1.
  ///
  /// - Source: `torch.optim.lr_scheduler.StepLR`.
  public static func step(every period: Int, gamma: Double = 0.1, unit: Unit = .epoch) -> Schedule {
    let period = Double(max(period, 1))
    return Schedule("step", [period, gamma], unit: unit) { t, base in
      base * wholePower(gamma, UInt64(t / period))
    }
  }

  /// `base · gamma^n`, n the milestones that are not after t; gamma default 0.1.
  ///
  /// - Source: `torch.optim.lr_scheduler.MultiStepLR`.
  public static func multiStep(
    at milestones: [Int], gamma: Double = 0.1, unit: Unit = .epoch
  ) -> Schedule {
    let times = milestones.map { Double($0) }
    return Schedule("multi-step", [gamma] + times, unit: unit) { t, base in
      base * wholePower(gamma, UInt64(times.reduce(0) { $0 + ($1 <= t ? 1 : 0) }))
    }
  }

  /// `base · gamma^t`.
  ///
  /// - Source: `torch.optim.lr_scheduler.ExponentialLR`.
  public static func exponential(gamma: Double, unit: Unit = .epoch) -> Schedule {
    Schedule("exponential", [gamma], unit: unit) { t, base in base * wholePower(gamma, UInt64(t)) }
  }
}
