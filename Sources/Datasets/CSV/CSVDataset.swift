public import NeuralNet

/// Reads a table of numbers with a target column.
///
/// A target of numbers makes a regression. A target of text makes classes, named by the texts and
/// sorted by them; two classes make a binary problem with targets 0 and 1.
///
/// - Parameters:
///   - path: the file, compressed with gzip or not.
///   - target: the name of the target column.
///   - features: the names of the columns to learn from, in this order; nil for all others.
///   - targetIsClass: whether the target's values are names even if they are numbers; nil to
///     decide as above.
///   - standardize: whether each feature is shifted and scaled to mean 0 and standard deviation 1
///     (of the population); a constant feature becomes 0. Default true.
///   - delimiter: as in `CSVTable`.
///   - hasHeader: as in `CSVTable`.
/// - Throws: `missingColumn`, `noFeatures`, `notNumber`, `emptyCell`, `notFinite`, `oneClass`, and
///   what `CSVTable` throws.
/// - Shapes: features `[rows, columns]`, targets `[rows, 1]`.
public func csvDataset(
  path: String, target: String, features: [String]? = nil, targetIsClass: Bool? = nil,
  standardize: Bool = true, delimiter: Character? = nil, hasHeader: Bool = true
) throws(DatasetError) -> Dataset {
  let table = try CSVTable(path: path, delimiter: delimiter, hasHeader: hasHeader)
  return try csvDataset(
    of: table, target: target, features: features, targetIsClass: targetIsClass,
    standardize: standardize)
}

/// The same from a table that is already read.
func csvDataset(
  of table: CSVTable, target: String, features: [String]?, targetIsClass: Bool?,
  standardize: Bool
) throws(DatasetError) -> Dataset {
  let targetColumn = try table.column(target)
  let names = features ?? table.header.filter { $0 != target }
  guard !names.isEmpty else { throw .noFeatures(path: table.path, target: target) }
  var columns: [[Double]] = []
  for name in names {
    let values = try table.numbers(table.column(name))
    columns.append(standardize ? standardized(values) : values)
  }
  let rowMajor = table.rows.indices.flatMap { row in columns.map { Float($0[row]) } }
  guard targetIsClass ?? !table.isNumeric(targetColumn) else {
    let targets = try table.numbers(targetColumn).map { Float($0) }
    return try oneTargetDataset(path: table.path, features: rowMajor, targets: targets)
  }
  let (classes, classNames) = try table.classes(targetColumn)
  return try oneTargetDataset(
    path: table.path, features: rowMajor, targets: classes, names: classNames)
}

/// `(x - mean) / deviation`, sums in the order of the rows.
private func standardized(_ values: [Double]) -> [Double] {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
  let deviation = variance.squareRoot()
  return values.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
}
