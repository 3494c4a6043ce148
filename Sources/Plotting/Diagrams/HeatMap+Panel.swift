extension Panel {
  /// A heat map with the numbers in its cells, as wide as it needs: cells of 27 px on a phone,
  /// smaller and without numbers where there are many.
  ///
  /// - Parameters:
  ///   - cell: the side of a cell on a wide page; 32 where two stand beside each other.
  ///   - width: what there is room for on a wide page.
  public static func heatMap(_ map: HeatMap, cell: Double = 37, width: Double = 912) -> Panel {
    let wide = HeatMapDrawing(map, cell: cell, width: width)
    return Panel(
      title: map.title, summary: map.summary, wideWidth: wide.width,
      narrowWidth: wide.width > 350 ? 350 : nil
    ) { width, _ in
      HeatMapDrawing(map, cell: width == 350 && wide.width > 350 ? 27 : cell, width: width).drawing
    }
  }
}

extension HeatMap {
  /// The value at a place; nil where there is none.
  func value(_ row: Int, _ column: Int) -> Double? {
    let matrix = RowMajor(values: values, columns: columnLabels.count)
    guard let value = matrix.value(row, column), value.isFinite else { return nil }
    return value
  }

  /// The values at the ends of the ramp.
  var limits: ClosedRange<Double> {
    var limits = range ?? extent
    if ramp == .diverging {
      let most = max(limits.lowerBound.magnitude, limits.upperBound.magnitude)
      limits = -most...most
    }
    return limits
  }

  /// The tint of a value.
  func tint(_ value: Double, in limits: ClosedRange<Double>) -> CellTint {
    switch ramp {
    case .diverging: return .diverging(value, scale: limits.upperBound)
    case .sequential:
      let span = limits.upperBound - limits.lowerBound
      return .sequential(span > 0 ? (value - limits.lowerBound) / span : 0)
    }
  }

  private var extent: ClosedRange<Double> {
    var extent: ClosedRange<Double>?
    for value in values where value.isFinite {
      let (low, high) = (extent?.lowerBound ?? value, extent?.upperBound ?? value)
      extent = min(low, value)...max(high, value)
    }
    return extent ?? 0...1
  }

  fileprivate var title: Text {
    let size: Text = "Heat map of \(rowLabels.count) × \(columnLabels.count) values"
    return name.isEmpty ? size : size + ": " + name
  }

  /// The largest and the smallest value with their places.
  fileprivate var summary: Text {
    var ends: (low: (Double, Int, Int), high: (Double, Int, Int))?
    for row in rowLabels.indices {
      for column in columnLabels.indices {
        guard let value = value(row, column) else { continue }
        let place = (value, row, column)
        guard let known = ends else {
          ends = (place, place)
          continue
        }
        ends = (value < known.low.0 ? place : known.low, value > known.high.0 ? place : known.high)
      }
    }
    guard let ends else { return "No values." }
    return "Largest " + described(ends.high) + "; smallest " + described(ends.low) + "."
  }

  private func described(_ place: (value: Double, row: Int, column: Int)) -> Text {
    "\(place.value, decimals: decimals) at \(rowLabels[place.row]), \(columnLabels[place.column])"
  }
}
