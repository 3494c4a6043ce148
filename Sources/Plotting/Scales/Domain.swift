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
  func domain(of extent: Extent, padding: Bool) -> Domain {
    if case .category(let names) = scale {
      return Domain(lower: -0.5, upper: Double(max(1, names.count)) - 0.5, isWhole: true)
    }
    let (first, last) = ends(of: extent)
    var domain = Domain(lower: min(first, last), upper: max(first, last), isWhole: extent.isWhole)
    widen(&domain)
    if padding, !extent.isFilled { pad(&domain, hasFoot: extent.hasFoot || includesZero) }
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
    } else if includesZero || extent.countsFromOne {
      if lower == nil || includesZero { lowest = min(lowest, 0) }
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

  /// Gives a domain of no or hardly any extent some room around its value; an end that was given
  /// stays unless both were.
  private func widen(_ domain: inout Domain) {
    let size = max(domain.lower.magnitude, domain.upper.magnitude)
    let isGiven = lower != nil && upper != nil
    let least = isGiven ? 0 : scale.isLinear ? size * 1e-6 : 0.5
    guard domain.span <= least else { return }
    let room = !scale.isLinear ? 0.25 : size > 0 ? max(size * 0.05, 1e-300) : 0.5
    if lower == nil || isGiven { domain.lower -= room }
    if upper == nil || isGiven { domain.upper += room }
  }

  /// Moves the ends that come from data outwards by 4 %, on a linear axis on to a tick that is
  /// near, but not beyond 0 where the data stop short of it or bars stand on it.
  private func pad(_ domain: inout Domain, hasFoot: Bool) {
    let data = domain
    let room = data.span * 0.04
    if lower == nil { domain.lower -= room }
    if upper == nil { domain.upper += room }
    guard scale.isLinear else { return }
    if lower == nil, data.lower > 0 || data.lower == 0 && hasFoot {
      domain.lower = max(domain.lower, 0)
    }
    if upper == nil, data.upper < 0 || data.upper == 0 && hasFoot {
      domain.upper = min(domain.upper, 0)
    }
    let step = LinearTicks(data, count: 5).step
    let below = (domain.lower / step).rounded(.down) * step
    if lower == nil, domain.lower - below < 0.25 * step { domain.lower = below }
    let above = (domain.upper / step).rounded(.up) * step
    if upper == nil, above - domain.upper < 0.25 * step { domain.upper = above }
  }
}

extension Axis.Scale {
  /// Whether equal differences take equal room.
  fileprivate var isLinear: Bool {
    if case .linear = self { return true }
    return false
  }
}
