/// Ticks of a symmetric logarithmic axis: 0 and powers of ten of both signs from the threshold on.
struct SymlogTicks {
  /// Ascending.
  private(set) var ticks: [Tick] = []
  private let domain: Domain
  private let scale: Axis.Scale

  /// Ticks within `domain`, which is transformed; at least half as far apart as `limit` ticks
  /// would be.
  init(_ domain: Domain, threshold: Double, atMost limit: Int) {
    self.domain = domain
    scale = .symlog(linearWithin: threshold)
    let first = LinearTicks.floorOfLogarithm(max(threshold, 1e-300))
    let decades = spacedDecades(from: first, pitch: domain.span / Double(2 * limit))
    let hasBothSigns = domain.lower < 0 && domain.upper > 0
    let room = max(1, hasBothSigns ? (limit - 1) / 2 : limit - 1)
    let stride = max(1, (decades.count + room - 1) / room)
    let shown = decades.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
    for decade in shown { add(-Logarithm.powerOfTen(decade), "−" + .decade(decade)) }
    add(0, "0")
    for decade in shown.reversed() { add(Logarithm.powerOfTen(decade), .decade(decade)) }
  }

  /// The decades inside the domain from the largest down, without those too near to the one above
  /// or to 0.
  private func spacedDecades(from first: Int, pitch: Double) -> [Int] {
    let reach = max(domain.lower.magnitude, domain.upper.magnitude)
    var decades: [Int] = []
    var last = Double.infinity
    for decade in (first...(first + 2 + Int(min(reach, 700)))).reversed() {
      guard let position = scale.transformed(Logarithm.powerOfTen(decade)) else { continue }
      guard position <= reach + 1e-9, position >= pitch, last - position >= pitch else { continue }
      decades.append(decade)
      last = position
    }
    return decades
  }

  private mutating func add(_ value: Double, _ label: Text) {
    guard let position = scale.transformed(value) else { return }
    guard position >= domain.lower - 1e-9, position <= domain.upper + 1e-9 else { return }
    ticks.append(Tick(value: value, label: label))
  }
}
