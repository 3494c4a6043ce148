/// The part of an axis that is shown, in transformed values (decades on a logarithmic axis).
struct Domain: Sendable, Equatable {
  /// The lower end.
  var lower: Double
  /// The upper end, above `lower`.
  var upper: Double
  /// Whether ticks between whole numbers would mean nothing (epochs, counts).
  var isWhole = false
  /// `upper − lower`.
  var span: Double { upper - lower }
}

extension Axis {
  /// The domain that shows `extent`; with `padding`, ends taken from data lie 4 % beyond them.
  ///
  /// A linear end taken from data moves on to the next tick where that is near, and not beyond 0
  /// where the data stop there.
  func domain(of extent: Extent, padding: Bool) -> Domain {
    if case .category(let names) = scale {
      return Domain(lower: -0.5, upper: Double(max(1, names.count)) - 0.5, isWhole: true)
    }
    let (first, last) = ends(of: extent)
    var domain = Domain(lower: min(first, last), upper: max(first, last), isWhole: extent.isWhole)
    widen(&domain)
    if padding { pad(&domain, extent) }
    return domain
  }

  /// The ends as given or as in the data, transformed.
  private func ends(of extent: Extent) -> (Double, Double) {
    var lowest = lower ?? (extent.isEmpty ? defaultEnds.0 : extent.lower)
    var highest = upper ?? (extent.isEmpty ? defaultEnds.1 : extent.upper)
    if case .log = scale {
      if lowest <= 0 {
        lowest = extent.lowestPositive.isFinite ? extent.lowestPositive : min(highest, 1)
      }
      if highest <= 0 { highest = lowest }
    } else if includesZero {
      lowest = min(lowest, 0)
      highest = max(highest, 0)
    }
    let first = scale.transformed(lowest) ?? 0
    return (first, scale.transformed(highest) ?? first)
  }

  /// The ends of an axis without data.
  private var defaultEnds: (Double, Double) {
    if case .log = scale { return (0.1, 1) }
    return (0, 1)
  }

  /// Gives a domain of no or hardly any extent some room around its value.
  private func widen(_ domain: inout Domain) {
    let size = max(domain.lower.magnitude, domain.upper.magnitude)
    let least: Double
    switch scale {
    case .log, .symlog: least = 0.5
    case .linear, .category: least = size > 0 ? size * 1e-6 : 1
    }
    guard domain.span < least else { return }
    let room: Double
    switch scale {
    case .log, .symlog: room = 0.25
    case .linear, .category: room = size > 0 ? max(size * 0.05, .leastNormalMagnitude) : 0.5
    }
    if lower == nil || upper != nil { domain.lower -= room }
    if upper == nil || lower != nil { domain.upper += room }
  }

  private func pad(_ domain: inout Domain, _ extent: Extent) {
    let unpadded = domain
    let room = unpadded.span * 0.04
    if lower == nil { domain.lower -= room }
    if upper == nil { domain.upper += room }
    guard case .linear = scale else { return }
    let step = LinearTicks(unpadded, count: 5).step
    if lower == nil {
      if unpadded.lower >= 0, domain.lower < 0 { domain.lower = 0 }
      let tick = (unpadded.lower / step + 1e-9).rounded(.down) * step
      if unpadded.lower - tick < 0.35 * step { domain.lower = min(tick, unpadded.lower) }
    }
    if upper == nil {
      if unpadded.upper <= 0, domain.upper > 0 { domain.upper = 0 }
      let tick = (unpadded.upper / step - 1e-9).rounded(.up) * step
      if tick - unpadded.upper < 0.35 * step { domain.upper = max(tick, unpadded.upper) }
    }
  }
}
