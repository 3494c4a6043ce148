/// What one direction of a plot shows, and on which scale.
public struct Axis: Sendable {
  /// How values are spread over the axis.
  public enum Scale: Sendable {
    /// Equal differences take equal room.
    case linear
    /// Equal ratios take equal room; 0 lies below everything, negative values are not shown.
    case log
    /// Linear within ± the given value, logarithmic beyond it, for values of both signs.
    case symlog(linearWithin: Double)
    /// One place for each name; values are the indices 0, 1, 2, …
    case category([Text])
  }

  /// What is shown, in words: "Training loss".
  public var title: Text
  /// Its unit, after the title: "mean squared error"; "log scale" is added by itself.
  public var unit: Text
  /// How values are spread; linear by default.
  public var scale: Scale
  /// The lower end; nil takes it from the data.
  public var lower: Double?
  /// The upper end; nil takes it from the data.
  public var upper: Double?
  /// Whether a linear axis reaches down or up to 0 although the data do not.
  public var includesZero: Bool

  /// An axis; its ends are those of the data where none are given.
  public init(
    _ title: Text, unit: Text = "", scale: Scale = .linear, from lower: Double? = nil,
    to upper: Double? = nil, includesZero: Bool = false
  ) {
    self.title = title
    self.unit = unit
    self.scale = scale
    self.lower = lower
    self.upper = upper
    self.includesZero = includesZero
  }

  /// What follows the title: the unit, and that the scale is logarithmic.
  var remark: Text {
    switch scale {
    case .linear, .category: return unit
    case .log, .symlog: return unit.isEmpty ? "log scale" : unit + ", log scale"
    }
  }
}

extension Axis.Scale {
  /// The names on the axis; empty unless it is one of categories.
  var categories: [Text] {
    if case .category(let names) = self { return names }
    return []
  }

  /// Whether each name has a place of its own.
  var isCategory: Bool {
    if case .category = self { return true }
    return false
  }

  /// Where `value` lies before the domain is stretched over the pixels; nil if it has no place.
  func transformed(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch self {
    case .linear, .category: return value
    case .log:
      // 0 is below every positive number; so far below that a line to it leaves the plot.
      if value == 0 { return -400 }
      return value > 0 ? Logarithm.decimal(value) : nil
    case .symlog(let threshold):
      let magnitude = Logarithm.decimal(1 + value.magnitude / max(threshold, 1e-300))
      return value < 0 ? -magnitude : magnitude
    }
  }
}
