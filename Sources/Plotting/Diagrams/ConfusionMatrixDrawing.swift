/// Draws a confusion matrix with cells of a given size, or smaller ones where they do not fit.
struct ConfusionMatrixDrawing {
  private static let recallWidth = 54.0

  private let matrix: ConfusionMatrix
  private let grid: CellGrid
  private let numbers: CellNumbers
  private let rowLabels: [Text]
  private let columnLabels: [Text]
  private let headings: [Text]
  /// Whether the rows bear the numbers that head the columns.
  private let numbersRows: Bool
  private let key: CellKey
  /// The width it needs, at most the one that it was given.
  let width: Double

  /// The drawing of `matrix` with cells of at most `cell` pixels in at most `width`.
  init(_ matrix: ConfusionMatrix, cell: Double, width: Double) {
    self.matrix = matrix
    let classes = matrix.classes
    let isNarrow = width <= 350
    let fitsCells = classes.allSatisfy { $0.width(size: 12) + 4 <= cell }
    let digits = classes.indices.map { index -> Text in "\(index)" }
    columnLabels = fitsCells ? classes : digits
    rowLabels = fitsCells || !isNarrow ? classes : digits
    numbersRows = !fitsCells && !isNarrow
    let left = CellGrid.room(for: rowLabels, numbers: numbersRows)
    let cell = min(cell, (width - left - Self.recallWidth) / Double(max(1, classes.count)))
    self.width = min(width, max(300, left + cell * Double(classes.count) + Self.recallWidth))
    key = CellKey(!fitsCells && isNarrow ? classes : [], from: 0, width: self.width)
    headings = Self.headings(matrix.noun, width: self.width)
    grid = CellGrid(
      rows: classes.count, columns: classes.count, cell: cell, left: left,
      top: 28 + 16 * Double(headings.count))
    numbers = CellNumbers(matrix.counts.map { Double($0) }, decimals: 0, cell: cell)
  }

  /// The elements.
  var drawing: SVG {
    var svg = SVG(width: width, height: grid.bottom + 4 + key.height)
    for (line, heading) in headings.enumerated() {
      svg.text(
        heading.truncated(to: width, size: 12.5, bold: true), 0, 14 + 16 * Double(line),
        class: "lab")
    }
    grid.drawRowLabels(rowLabels, numberedFrom: numbersRows ? 0 : nil, into: &svg)
    grid.drawColumnLabels(columnLabels, into: &svg)
    for truth in matrix.classes.indices { drawRow(truth, into: &svg) }
    for confusion in matrix.worst {
      svg.rectangle(
        grid.x(confusion.prediction) - 0.5, grid.y(confusion.truth) - 0.5,
        width: grid.cell + 1, height: grid.cell + 1, radius: 3, class: "mark")
    }
    drawRecall(into: &svg)
    key.draw(grid.bottom, into: &svg)
    svg.addCells(
      grid, rows: ("true", matrix.classes), columns: ("predicted", matrix.classes),
      values: matrix.counts.map { "\($0)" })
    return svg
  }

  private func drawRow(_ truth: Int, into svg: inout SVG) {
    for prediction in matrix.classes.indices {
      let count = matrix.count(truth, prediction)
      svg.cell(
        grid.x(prediction), grid.y(truth), width: grid.cell, height: grid.cell,
        tint: matrix.tint(truth, prediction),
        text: count > 0 && numbers.areShown ? numbers.text(Double(count)) : "",
        small: numbers.size < 12, style: numbers.style)
    }
  }

  /// The recall of each class, where the rows are as high as a line.
  private func drawRecall(into svg: inout SVG) {
    guard grid.cell >= 14 else { return }
    svg.text("recall", grid.right + 8, grid.top - 8, class: "tick")
    for truth in matrix.classes.indices {
      guard let recall = matrix.recall(truth) else { continue }
      svg.text(
        "\(recall, decimals: 2)", grid.right + 8, grid.y(truth) + grid.cell / 2 + 4,
        class: "tick")
    }
  }

  /// In one line if that fits.
  private static func headings(_ noun: Text, width: Double) -> [Text] {
    let lines: [Text] = ["Rows: true " + noun + ".", "Columns: predicted."]
    let whole = lines[0] + " " + lines[1]
    return whole.width(size: 12.5, bold: true) <= width ? [whole] : lines
  }
}
