/// A labelled place on an axis, or a small mark between two of them.
struct Tick: Sendable, Equatable {
  /// The value it marks.
  var value: Double
  /// What is written there; empty for a small mark.
  var label: Text
}

extension Axis {
  /// The ticks of `domain`, ascending: at most `limit` labelled ones where the scale has a choice.
  func ticks(in domain: Domain, limit: Int = 6) -> [Tick] {
    switch scale {
    case .linear: return LinearTicks(domain, atMost: limit).ticks
    case .log: return LogTicks(domain, atMost: limit).ticks
    case .symlog(let threshold):
      return SymlogTicks(domain, threshold: threshold, atMost: limit).ticks
    case .category(let names):
      return names.enumerated().map { index, name in Tick(value: Double(index), label: name) }
    }
  }
}
