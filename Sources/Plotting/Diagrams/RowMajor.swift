/// The values of a matrix in row-major order, of which some may be missing.
struct RowMajor {
  let values: [Double]
  let columns: Int

  /// The value at a place, if there is one.
  func value(_ row: Int, _ column: Int) -> Double? {
    let (start, overflow) = row.multipliedReportingOverflow(by: columns)
    guard !overflow, start >= 0, start < values.count, values.count - start > column else {
      return nil
    }
    return values[start + column]
  }

  /// The values that are drawn.
  func values(_ rows: Elision, _ columns: Elision) -> [Double] {
    var shown: [Double] = []
    for case .item(let row) in rows.slots {
      for case .item(let column) in columns.slots {
        if let value = value(row, column) { shown.append(value) }
      }
    }
    return shown
  }

  /// The largest magnitude of a finite value; 0 if there is none.
  var largestMagnitude: Double {
    var largest = 0.0
    for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    return largest
  }

  /// The root of the sum of squares.
  var norm: Double {
    var sum = 0.0
    for value in values { sum += value * value }
    return sum.squareRoot()
  }
}
