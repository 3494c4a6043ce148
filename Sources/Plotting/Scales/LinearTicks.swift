/// Ticks of a linear axis: multiples of 1, 2 or 5 times a power of ten.
///
/// - Source: d3-array's `tickSpec`, version 3.2 (github.com/d3/d3-array/blob/main/src/ticks.js).
struct LinearTicks {
  /// The ticks are `multiples[i] · factor · 10^power`.
  private(set) var multiples: [Double] = []
  /// 1, 2 or 5.
  private(set) var factor = 1.0
  /// The power of ten of a step.
  private(set) var power = 0

  /// The distance of two ticks.
  var step: Double { factor * Logarithm.powerOfTen(power) }

  /// About `count` ticks within `domain`, as d3 chooses them.
  init(_ domain: Domain, count: Int) {
    let span = domain.span
    guard span > 0, span.isFinite, count > 0 else { return }
    let rough = span / Double(count)
    power = LinearTicks.floorOfLogarithm(rough)
    round(rough / Logarithm.powerOfTen(power))
    if domain.isWhole, power < 0 {
      factor = 1
      power = 0
    }
    place(domain)
  }

  /// As many ticks as fit under `limit`, at least three where such a step exists.
  init(_ domain: Domain, atMost limit: Int) {
    self.init(domain, count: limit)
    var count = limit
    while count > 1, multiples.count > limit {
      count -= 1
      self.init(domain, count: count)
    }
  }

  /// The ticks with their labels.
  var ticks: [Tick] {
    let labels = TickLabels(largest: largest, power: power)
    var ticks: [Tick] = []
    for multiple in multiples {
      let value = value(of: multiple)
      ticks.append(Tick(value: value, label: labels.label(value)))
    }
    return ticks
  }

  /// The values of the ticks.
  var values: [Double] {
    var values: [Double] = []
    for multiple in multiples { values.append(value(of: multiple)) }
    return values
  }

  /// A multiple of the step; divided where that is exact, as 3 · 0.1 is not 0.3 but 3 / 10 is.
  private func value(of multiple: Double) -> Double {
    power < 0
      ? multiple * factor / Text.power(-power) : multiple * (factor * Text.power(power))
  }

  private var largest: Double {
    var largest = 0.0
    for multiple in multiples { largest = max(largest, value(of: multiple).magnitude) }
    return largest
  }

  /// Sets the factor nearest to `ratio`, 1 to 10, on a logarithmic scale: the limits between 1, 2,
  /// 5 and 10 are √2, √10 and √50.
  private mutating func round(_ ratio: Double) {
    if ratio >= 7.071_067_811_865_476 {
      power += 1
    } else if ratio >= 3.162_277_660_168_379_5 {
      factor = 5
    } else if ratio >= 1.414_213_562_373_095_1 {
      factor = 2
    }
  }

  private mutating func place(_ domain: Domain) {
    var first = (domain.lower / step).rounded(.toNearestOrEven)
    var last = (domain.upper / step).rounded(.toNearestOrEven)
    if value(of: first) < domain.lower { first += 1 }
    if value(of: last) > domain.upper { last -= 1 }
    multiples = []
    var multiple = first
    while multiple <= last, multiples.count < 1000 {
      multiples.append(multiple == 0 ? 0 : multiple)
      multiple += 1
    }
  }

  /// `⌊log₁₀ x⌋` for finite `x > 0`.
  static func floorOfLogarithm(_ x: Double) -> Int {
    let floor = Int(Logarithm.decimal(x).rounded(.down))
    return x < Logarithm.powerOfTen(floor) ? floor - 1 : floor
  }
}
