/// Takes values to pixels: a scale, the domain shown, and the pixels of its two ends.
struct Projection: Sendable {
  /// How values are spread.
  let scale: Axis.Scale
  /// The part shown.
  let domain: Domain
  /// The pixel of the domain's lower end.
  let start: Double
  /// The pixel of the domain's upper end.
  let end: Double

  /// The pixel of `value`; nil if it has no place on the scale. It may lie outside the plot.
  func callAsFunction(_ value: Double) -> Double? {
    guard let transformed = scale.transformed(value) else { return nil }
    return pixel(transformed)
  }

  /// The pixel of a transformed value, within a million pixels.
  func pixel(_ transformed: Double) -> Double {
    let pixel = start + (end - start) * ((transformed - domain.lower) / domain.span)
    return max(-1e6, min(1e6, pixel))
  }

  /// The width of one category in pixels.
  var band: Double { (end - start).magnitude / domain.span }
}
