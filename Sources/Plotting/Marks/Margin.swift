/// Pixels on each side.
struct Margin: Sendable, Equatable {
  var left = 0.0
  var right = 0.0
  var top = 0.0
  var bottom = 0.0

  /// The share of a plot's width or height that a margin may take.
  static let largestShare = 0.35

  /// None.
  init() {}

  /// The same left and right, the same above and below.
  init(horizontal: Double = 0, vertical: Double = 0) {
    (left, right, top, bottom) = (horizontal, horizontal, vertical, vertical)
  }
}
