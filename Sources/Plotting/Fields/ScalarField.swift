/// Values on a regular grid over a region, of which maps show contours.
public struct ScalarField: Sendable {
  /// The number of rows; the first lies at the region's bottom.
  public let rows: Int
  /// The number of columns; the first lies at the region's left.
  public let columns: Int
  /// Row by row.
  public let values: [Double]
  /// Where the grid lies; its outer points lie on the edges.
  public let region: Region

  /// A field.
  ///
  /// - Shapes: values [rows × columns], at least 2 × 2; with other counts nothing is drawn.
  public init(rows: Int, columns: Int, values: [Double], region: Region) {
    let isComplete = rows > 1 && columns > 1 && values.count == rows * columns
    self.rows = isComplete ? rows : 0
    self.columns = isComplete ? columns : 0
    self.values = isComplete ? values : []
    self.region = region
  }

  /// A field of single-precision values: what a network predicted at `region.points(…)`.
  @_disfavoredOverload
  public init(rows: Int, columns: Int, values: [Float], region: Region) {
    self.init(rows: rows, columns: columns, values: values.map { Double($0) }, region: region)
  }
}
