/// A direct label: text to the right of the plot, level with the end of a line.
struct EndLabel: Sendable {
  var text: Text
  /// The end of the line, in values.
  var x: Double
  var y: Double
  var style: Style

  /// The label of a series at its last point that is a number; nil without text or such a point.
  init?(_ text: Text, x: [Double], y: [Double], style: Style) {
    guard !text.isEmpty else { return nil }
    let indices = 0..<min(x.count, y.count)
    guard let last = indices.last(where: { x[$0].isFinite && y[$0].isFinite }) else { return nil }
    self.text = text
    self.x = x[last]
    self.y = y[last]
    self.style = style
  }

  /// The width to reserve.
  var width: Double { text.width(size: 12, bold: style.isChosen) }
}
