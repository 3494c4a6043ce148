/// Something that a plot shows: what it adds to the axes' ranges, and how it draws itself.
///
/// A kind of mark is a `static` function that returns one (`.line(…)`, `.band(…)`), in a file of
/// its own beside this one; nothing lists the kinds.
public struct Mark: Sendable {
  /// What lies below what.
  enum Layer: Sendable, CaseIterable {
    /// Shaded parts of the plot, below the grid.
    case zone
    /// Filled areas: bands, bars, contours.
    case area
    /// Reference lines.
    case reference
    /// Data lines.
    case line
    /// The chosen data line.
    case chosen
    /// Data points.
    case point
    /// Rings, crosses and words.
    case note
  }

  /// The layer it is drawn in; within a layer marks are drawn in the plot's order.
  let layer: Layer
  /// The room around its outermost values that must lie inside the plot.
  let margin: Margin
  /// A label at the right end.
  let endLabel: EndLabel?
  /// Adds the values that must be visible.
  let extend: @Sendable (_ x: inout Extent, _ y: inout Extent) -> Void
  /// Draws.
  let draw: @Sendable (_ canvas: inout Canvas) -> Void

  init(
    _ layer: Layer, margin: Margin = Margin(), endLabel: EndLabel? = nil,
    extend: @escaping @Sendable (_ x: inout Extent, _ y: inout Extent) -> Void,
    draw: @escaping @Sendable (_ canvas: inout Canvas) -> Void
  ) {
    self.layer = layer
    self.margin = margin
    self.endLabel = endLabel
    self.extend = extend
    self.draw = draw
  }
}

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
