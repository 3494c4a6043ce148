/// How numbers over the plane become the nine steps of a ramp: by sign where there are both, else
/// from the lowest to the highest.
public struct ValueScale: Equatable, Sendable {
  /// What gets the first and the last step; with both signs as far from zero as each other.
  let lower, upper: Double
  /// Whether zero lies in the middle.
  let isSigned: Bool

  /// The scale of some numbers.
  public init(of values: [Double]) {
    var extent = Extent()
    extent.add(values)
    let (low, high) = extent.isEmpty ? (0, 1) : (extent.lower, extent.upper)
    isSigned = low < 0 && high > 0
    upper = isSigned ? max(-low, high) : low < high ? high : low + 1
    lower = isSigned ? -upper : low
  }

  /// What parts one step from the next.
  var levels: [Double] { (0..<8).map { lower + (upper - lower) * (Double($0) + 0.5) / 8 } }

  /// What parts low from high: zero, or the middle.
  var threshold: Double { lower / 2 + upper / 2 }

  /// The step of a number.
  func step(_ value: Double) -> Int { levels.count { value >= $0 } }

  /// The colour of a step.
  func colour(ofStep step: Int) -> Text { "var(--\(ramp.letter)\(step))" }

  private var ramp: ColourBar.Ramp { isSigned ? .diverging : .sequential }

  /// The colour bar of a map with this scale.
  public func bar(_ title: Text) -> ColourBar {
    ColourBar(
      title, ramp: ramp,
      labels: [lower, threshold, upper].map { "\($0, digits: 2)" })
  }
}
