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
  /// The series that it shows; nil for what shows none, empty for the only one.
  private(set) var series: Text?
  /// Whether it does without values that lie far above those of the other marks.
  private(set) var yields = false
  /// Adds the values that must be visible.
  let extend: @Sendable (_ x: inout Extent, _ y: inout Extent) -> Void
  /// Draws.
  let draw: @Sendable (_ canvas: inout Canvas) -> Void

  init(
    _ layer: Layer, margin: Margin = Margin(), endLabel: EndLabel? = nil,
    series: Text? = nil,
    extend: @escaping @Sendable (_ x: inout Extent, _ y: inout Extent) -> Void,
    draw: @escaping @Sendable (_ canvas: inout Canvas) -> Void
  ) {
    self.layer = layer
    self.margin = margin
    self.endLabel = endLabel
    self.series = series
    self.extend = extend
    self.draw = draw
  }

  /// The same mark, which leaves the range of y to the others where it goes far beyond them.
  func yielding() -> Mark {
    var mark = self
    mark.yields = true
    return mark
  }

  /// The same mark as a part of a series: a band is one of the line with that label.
  public func named(_ series: Text) -> Mark {
    var mark = self
    mark.series = series
    return mark
  }
}
