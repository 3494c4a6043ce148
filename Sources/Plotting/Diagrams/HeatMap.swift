/// A matrix as tinted cells with their numbers inside: attention, correlations, weights.
public struct HeatMap: Sendable {
  /// The colours of the cells.
  public enum Ramp: Sendable {
    /// From paper to ink over `range`.
    case sequential
    /// Orange below zero, paper at zero, blue above; `range` is widened to be symmetric.
    case diverging
  }

  /// What the rows and columns are together, above: "Scaled by √64". May be empty.
  public var name: Text
  /// A number that sums it up, above at the right: "mean entropy 1.22". May be empty.
  public var remark: Text
  /// What the rows are: "query". May be empty.
  public var rowTitle: Text
  /// What the columns are: "key". May be empty.
  public var columnTitle: Text
  /// One label a row.
  public var rowLabels: [Text]
  /// One label a column.
  public var columnLabels: [Text]
  /// Row-major, `rowLabels.count · columnLabels.count` values; NaN is "no value" and a short dash.
  public var values: [Double]
  /// The colours.
  public var ramp: Ramp
  /// The values at the ends of the ramp; nil for those of the data.
  public var range: ClosedRange<Double>?
  /// Decimals of the numbers in the cells; default 2.
  public var decimals: Int
  /// Numbers of smaller magnitude are left out of the cells; default 0.
  public var hiddenBelow: Double

  /// A heat map of `rowLabels.count` rows and `columnLabels.count` columns.
  public init(
    _ name: Text = "", remark: Text = "", rowTitle: Text = "", columnTitle: Text = "",
    rowLabels: [Text], columnLabels: [Text], values: [Double], ramp: Ramp = .sequential,
    range: ClosedRange<Double>? = nil, decimals: Int = 2, hiddenBelow: Double = 0
  ) {
    self.name = name
    self.remark = remark
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.ramp = ramp
    self.range = range
    self.decimals = decimals
    self.hiddenBelow = hiddenBelow
  }
}
