/// Ticks of a logarithmic axis: decades, every 2nd or 4th where there are more than six; within
/// fewer than three decades also 2 and 5, or 3 where these are too many, then all digits, then tenths.
struct LogTicks {
  /// Ascending.
  private(set) var ticks: [Tick] = []
  private let domain: Domain

  /// Ticks within `domain`, which is in decades.
  init(_ domain: Domain, atMost limit: Int) {
    self.domain = domain
    // Explicit ends such as 10⁻³ may be off by a rounding error.
    let first = Int((max(domain.lower, -400) - 1e-9).rounded(.up))
    let last = Int((min(domain.upper, 400) + 1e-9).rounded(.down))
    if last - first + 1 >= 3 {
      addDecades(first, last, limit)
      return
    }
    for digits in LogTicks.finerDigits {
      ticks = []
      addDigits(digits, from: first - 1, to: last + 1)
      if ticks.count >= 3, ticks.count <= limit { break }
    }
    if ticks.count > limit { thin(limit) }
    addMinor(from: first - 1, to: last + 1)
  }

  /// The digits labelled in a decade, ever finer.
  private static let finerDigits: [[Double]] = [
    [1], [1, 2, 5], [1, 3], [1, 2, 3, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [
      1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.5, 4, 4.5, 5, 5.5, 6,
      6.5, 7, 7.5, 8, 8.5, 9, 9.5,
    ],
  ]

  /// Every decade, or every 2nd, 4th, 8th, … until they fit; the others become small marks.
  private mutating func addDecades(_ first: Int, _ last: Int, _ limit: Int) {
    var stride = 1
    while (last - first) / stride + 1 > limit { stride *= 2 }
    for decade in first...last {
      let label: Text = decade % stride == 0 ? .decade(decade) : ""
      ticks.append(Tick(value: Logarithm.powerOfTen(decade), label: label))
    }
    if stride == 1 { addMinor(from: first - 1, to: last) }
  }

  private mutating func addDigits(_ digits: [Double], from first: Int, to last: Int) {
    for decade in first...last {
      for digit in digits {
        let value = scaled(digit, decade)
        guard contains(value) else { continue }
        let label: Text = digit == 1 ? .decade(decade) : .digits(value)
        ticks.append(Tick(value: value, label: label))
      }
    }
  }

  /// Drops every other label until they fit.
  private mutating func thin(_ limit: Int) {
    while ticks.count > limit {
      var kept: [Tick] = []
      for (index, tick) in ticks.enumerated() where index % 2 == 0 { kept.append(tick) }
      ticks = kept
    }
  }

  /// Small marks at 2 to 9 times each decade, where no labelled tick stands.
  private mutating func addMinor(from first: Int, to last: Int) {
    var all: [Tick] = []
    var labelled = ticks[...]
    for decade in first...last {
      for digit in 1...9 {
        let value = scaled(Double(digit), decade)
        while let next = labelled.first, next.value <= value {
          all.append(labelled.removeFirst())
        }
        if contains(value), all.last?.value != value { all.append(Tick(value: value, label: "")) }
      }
    }
    ticks = all + labelled
  }

  /// `digit · 10^decade`, divided where that is the exact way.
  private func scaled(_ digit: Double, _ decade: Int) -> Double {
    decade >= 0 ? digit * Text.power(decade) : digit / Text.power(-decade)
  }

  private func contains(_ value: Double) -> Bool {
    let position = Logarithm.decimal(value)
    return position >= domain.lower - 1e-9 && position <= domain.upper + 1e-9
  }
}
