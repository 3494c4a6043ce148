extension Schedule {
  /// From `base / divisor` up to `base` and down to `base / (divisor · finalDivisor)`, while momentum,
  /// or Adam's β1, goes down and up.
  ///
  /// Phases end at `share · total − 1` and `total − 1`, and the rate stays there. The optimizer must
  /// have momentum: SGD without it stays without.
  ///
  /// - Parameters:
  ///   - total: updates of the whole run.
  ///   - share: that of the rise, in (0, 1); default 0.3.
  ///   - isLinear: straight lines instead of half waves; default false.
  ///   - momentum: its values at the slow and the fast end, default 0.95 and 0.85; nil to leave it.
  ///   - divisor: default 25.
  ///   - finalDivisor: default 10,000.
  ///   - threePhases: whether it comes down as it rose, then falls to the end; default false.
  /// - Source: Super-Convergence, Smith and Topin 2019; `torch.optim.lr_scheduler.OneCycleLR`.
  public static func oneCycle(
    total: Int, share: Double = 0.3, isLinear: Bool = false,
    momentum: (slow: Double, fast: Double)? = (0.95, 0.85), divisor: Double = 25,
    finalDivisor: Double = 1e4, threePhases: Bool = false, unit: Unit = .step
  ) -> Schedule {
    let cycle = Cycle(
      total: Double(max(total, 2)), share: share, isLinear: isLinear, threePhases: threePhases)
    let (slow, fast) = momentum ?? (0, 0)
    let numbers = [cycle.total, share, isLinear ? 1 : 0, slow, fast, divisor, finalDivisor]
    var momentumRule: (@Sendable (Double) -> Double)?
    if momentum != nil { momentumRule = { t in cycle.value(at: t, [slow, fast, slow, slow]) } }
    return Schedule(
      "one-cycle", numbers + [threePhases ? 1 : 0], unit: unit, momentum: momentumRule
    ) { t, base in
      let start = base / divisor
      return cycle.value(at: t, [start, base, start, start / finalDivisor])
    }
  }
}

/// The phases of a one-cycle schedule.
private struct Cycle: Sendable {
  let total: Double
  let share: Double
  let isLinear: Bool
  let threePhases: Bool

  /// The value at a time.
  ///
  /// - Parameter ends: at the start, at the top, after the way down of three phases, and at the end.
  func value(at time: Double, _ ends: [Double]) -> Double {
    let top = share * total - 1, t = min(time, total - 1)
    if t <= top { return between(ends[0], ends[1], t / top) }
    guard threePhases else { return between(ends[1], ends[3], (t - top) / (total - 1 - top)) }
    let bottom = 2 * share * total - 2
    if t <= bottom { return between(ends[1], ends[2], (t - top) / (bottom - top)) }
    return between(ends[2], ends[3], (t - bottom) / (total - 1 - bottom))
  }

  /// A phase without length is at its end.
  private func between(_ start: Double, _ end: Double, _ share: Double) -> Double {
    guard share.isFinite else { return end }
    return isLinear
      ? (end - start) * share + start : Schedule.cosine(from: start, to: end, share: share)
  }
}
