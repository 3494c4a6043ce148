/// Draws a heat map with cells of a given size, or smaller ones where they do not fit.
struct HeatMapDrawing {
  private let map: HeatMap
  private let grid: CellGrid
  private let numbers: CellNumbers
  private let limits: ClosedRange<Double>
  private let heading: CellHeading
  private let columnLabels: [Text]
  /// Whether the rows bear the numbers that head the columns.
  private let numbersRows: Bool
  private let key: CellKey
  /// The width it needs, at most the one that it was given.
  let width: Double

  /// The drawing of `map` with cells of at most `cell` pixels in at most `width`.
  ///
  /// Columns whose labels do not fit are numbered; the names stand at the rows, if those are called
  /// the same, else in a key below.
  init(_ map: HeatMap, cell: Double, width: Double) {
    self.map = map
    limits = map.limits
    let columns = map.columnLabels.count
    let bare = (width - CellGrid.room(for: map.rowLabels, numbers: false)) / Double(max(1, columns))
    let isNumbered = !CellGrid.fits(map.columnLabels, cell: min(cell, bare))
    numbersRows = isNumbered && map.rowLabels == map.columnLabels
    columnLabels =
      isNumbered ? map.columnLabels.indices.map { "\($0 + 1)" } : map.columnLabels
    let left = CellGrid.room(for: map.rowLabels, numbers: numbersRows)
    let cell = min(cell, (width - left) / Double(max(1, columns)))
    self.width = min(width, max(300, left + cell * Double(columns)))
    heading = CellHeading(
      name: map.name, remark: map.remark, left: map.rowTitle, right: map.columnTitle,
      width: self.width)
    let levels = CellGrid.levels(for: columnLabels, cell: cell)
    grid = CellGrid(
      rows: map.rowLabels.count, columns: columns, cell: cell, left: left,
      top: heading.height + 20 + 15 * Double(levels - 1))
    numbers = CellNumbers(
      map.values.filter { $0.isFinite && $0.magnitude >= map.hiddenBelow },
      decimals: map.decimals, cell: cell)
    key = CellKey(
      isNumbered && !numbersRows ? map.columnLabels : [], from: 1, width: self.width)
  }

  /// The elements.
  var drawing: SVG {
    var svg = SVG(width: width, height: grid.bottom + max(2, 9 - grid.cell / 2) + key.height)
    heading.draw(rightEdge: min(width, max(grid.right, 0)), into: &svg)
    grid.drawRowLabels(map.rowLabels, numberedFrom: numbersRows ? 1 : nil, into: &svg)
    grid.drawColumnLabels(columnLabels, into: &svg)
    if numbers.areShown {
      for row in map.rowLabels.indices {
        for column in map.columnLabels.indices { drawCell(row, column, into: &svg) }
      }
    } else {
      drawTints(into: &svg)
    }
    key.draw(grid.bottom, into: &svg)
    svg.addCells(
      grid, rows: (map.rowTitle, map.rowLabels), columns: (map.columnTitle, map.columnLabels),
      values: map.values.map { $0.isFinite ? "\($0, digits: 3)" : "—" })
    return svg
  }

  /// Draws small cells without numbers: a path for each tint, as thousands of elements would make
  /// pages slow.
  private func drawTints(into svg: inout SVG) {
    var tints: [(tint: CellTint, path: Path)] = []
    var nothing = Path()
    let gap = min(1, grid.cell / 8)
    for row in map.rowLabels.indices {
      for column in map.columnLabels.indices {
        let (left, top) = (grid.x(column) + gap / 2, grid.y(row) + gap / 2)
        guard let value = map.value(row, column) else {
          let (middle, half) = (grid.x(column) + grid.cell / 2, min(3.5, grid.cell / 4))
          nothing.move(middle - half, grid.y(row) + grid.cell / 2)
          nothing.line(middle + half, grid.y(row) + grid.cell / 2)
          continue
        }
        let tint = map.tint(value, in: limits)
        let known = tints.firstIndex { $0.tint == tint }
        if known == nil { tints.append((tint, Path())) }
        let place = known ?? tints.count - 1
        let side = grid.cell - gap
        tints[place].path.move(left, top)
        tints[place].path.line(left + side, top)
        tints[place].path.line(left + side, top + side)
        tints[place].path.line(left, top + side)
        tints[place].path.close()
      }
    }
    for (tint, path) in tints { svg.path(path, style: tint.fill) }
    svg.path(nothing, class: "msk")
  }

  private func drawCell(_ row: Int, _ column: Int, into svg: inout SVG) {
    let (x, y) = (grid.x(column), grid.y(row))
    guard let value = map.value(row, column) else {
      let (middle, half) = (x + grid.cell / 2, min(3.5, grid.cell / 4))
      svg.line(middle - half, y + grid.cell / 2, middle + half, y + grid.cell / 2, class: "msk")
      return
    }
    let isShown = numbers.areShown && value.magnitude >= map.hiddenBelow
    svg.cell(
      x, y, width: grid.cell, height: grid.cell, tint: map.tint(value, in: limits),
      text: isShown ? numbers.text(value) : "", small: numbers.size < 12, style: numbers.style)
  }
}
