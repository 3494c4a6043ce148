/// Words beside a point, placed where they cover nothing.
struct Note: Sendable {
  var text: Text
  /// What they belong to.
  var anchor: Point
  /// Other points that they may stand beside, each wanted less than the one before.
  var furtherAnchors: [Point] = []
  /// The distance to keep from it.
  var distance: Double
  /// Where to try first.
  var sides: [Side]
  /// The CSS class of the text.
  var name: StaticString
  var style: Text = ""
  var isBold = false
  /// Whether it is left out where its sides have no room, instead of standing farther away.
  var isOptional = false

  /// Where words stand, seen from what they belong to.
  enum Side: Sendable {
    case below, above, right, left
  }
}
