/// Ticks of a symmetric logarithmic axis: 0 and powers of ten of both signs from the threshold on.
struct SymlogTicks {
  /// Ascending.
  private(set) var ticks: [Tick] = []

  /// Ticks within `domain`, which is transformed.
  init(_ domain: Domain, threshold: Double, atMost limit: Int) {
    let scale = Axis.Scale.symlog(linearWithin: threshold)
    let reach = max(domain.lower.magnitude, domain.upper.magnitude)
    let first = LinearTicks.floorOfLogarithm(max(threshold, 1e-300))
    var decades: [Int] = []
    for decade in first..<(first + 60) {
      guard let position = scale.transformed(Logarithm.powerOfTen(decade)) else { break }
      if position > reach + 1e-9 { break }
      decades.append(decade)
    }
    let hasBothSigns = domain.lower < 0 && domain.upper > 0
    let room = max(1, hasBothSigns ? (limit - 1) / 2 : limit - 1)
    var stride = 1
    while (decades.count + stride - 1) / stride > room { stride *= 2 }
    var values: [(Double, Text)] = [(0, "0")]
    for (index, decade) in decades.reversed().enumerated() where index % stride == 0 {
      let value = Logarithm.powerOfTen(decade)
      values.insert((value, .decade(decade)), at: 1)
      values.append((-value, "−" + .decade(decade)))
    }
    add(values, within: domain, on: scale)
  }

  private mutating func add(
    _ values: [(Double, Text)], within domain: Domain, on scale: Axis.Scale
  ) {
    for (value, label) in values.sorted(by: { $0.0 < $1.0 }) {
      guard let position = scale.transformed(value) else { continue }
      guard position >= domain.lower - 1e-9, position <= domain.upper + 1e-9 else { continue }
      ticks.append(Tick(value: value, label: label))
    }
  }
}
