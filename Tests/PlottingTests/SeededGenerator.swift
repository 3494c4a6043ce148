/// Random numbers for property tests: SplitMix64, the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededGenerator {
  /// A number between two others.
  mutating func number(_ lower: Double, _ upper: Double) -> Double {
    .random(in: lower...upper, using: &self)
  }

  /// A whole number between two others.
  mutating func whole(_ lower: Int, _ upper: Int) -> Int {
    .random(in: lower...upper, using: &self)
  }
}
