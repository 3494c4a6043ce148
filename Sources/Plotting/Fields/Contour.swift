/// Lines of equal value in a field: marching squares with linear interpolation.
///
/// Places are in grid units: x counts columns from the left, y rows from the bottom. With values
/// at least as large as the level on one side only, rings around them all turn the same way and
/// rings around holes the other, so that one path with the non-zero rule fills the right area.
struct Contour {
  // The field with a border around it that lies below every level.
  private let rows: Int
  private let columns: Int
  private let values: [Double]
  private let level: Double

  /// The contour of `field` at a level. Values that are no numbers count as below it.
  init(_ field: ScalarField, level: Double) {
    rows = field.rows + 2
    columns = field.columns + 2
    self.level = level
    var padded = [Double](repeating: -1e300, count: rows * columns)
    for row in 0..<field.rows {
      for column in 0..<field.columns {
        let value = field.values[row * field.columns + column]
        guard !value.isNaN else { continue }
        padded[(row + 1) * columns + column + 1] = max(-1e300, min(1e300, value))
      }
    }
    values = padded
  }

  /// The closed outlines of where the field is at least `level`, closed along the border.
  func rings() -> [[Point]] {
    guard rows > 3, columns > 3 else { return [] }
    var next = links(rows: 0..<(rows - 1), columns: 0..<(columns - 1))
    var rings: [[Point]] = []
    for start in next.indices where next[start] >= 0 {
      rings.append(follow(from: start, &next))
    }
    return rings
  }

  /// The lines of the level inside the field, ending at its border; closed ones repeat their start.
  func lines() -> [[Point]] {
    guard rows > 3, columns > 3 else { return [] }
    var next = links(rows: 1..<(rows - 2), columns: 1..<(columns - 2))
    var isEntered = [Bool](repeating: false, count: next.count)
    for target in next where target >= 0 { isEntered[Int(target)] = true }
    var lines: [[Point]] = []
    for start in next.indices where next[start] >= 0 && !isEntered[start] {
      lines.append(follow(from: start, &next))
    }
    for start in next.indices where next[start] >= 0 {
      let ring = follow(from: start, &next)
      lines.append(ring + ring.prefix(1))
    }
    return lines
  }

  // MARK: - Cells

  /// For each cell edge that the contour crosses inwards, the edge by which it leaves that cell;
  /// −1 elsewhere. Edges `0 ..< n` are the lower edges of the cells, `n ..< 2n` their left ones.
  private func links(rows cellRows: Range<Int>, columns cellColumns: Range<Int>) -> [Int32] {
    var next = [Int32](repeating: -1, count: 2 * rows * columns)
    for row in cellRows {
      for column in cellColumns {
        let cell = row * columns + column
        let corners = (
          values[cell], values[cell + 1], values[cell + columns + 1], values[cell + columns]
        )
        for (entry, exit) in crossings(corners) {
          next[edge(entry, of: cell)] = Int32(edge(exit, of: cell))
        }
      }
    }
    return next
  }

  /// The sides (bottom, right, top, left) by which the contour enters and leaves a cell with
  /// these values at its corners, counted from the lower left against the clock.
  private func crossings(_ v: (Double, Double, Double, Double)) -> [(Side, Side)] {
    let isMiddleInside = v.0 / 4 + v.1 / 4 + v.2 / 4 + v.3 / 4 >= level
    switch (v.0 >= level, v.1 >= level, v.2 >= level, v.3 >= level) {
    case (false, false, false, false), (true, true, true, true): return []
    case (true, false, false, false): return [(.left, .bottom)]
    case (false, true, false, false): return [(.bottom, .right)]
    case (true, true, false, false): return [(.left, .right)]
    case (false, false, true, false): return [(.right, .top)]
    case (false, true, true, false): return [(.bottom, .top)]
    case (true, true, true, false): return [(.left, .top)]
    case (false, false, false, true): return [(.top, .left)]
    case (true, false, false, true): return [(.top, .bottom)]
    case (true, true, false, true): return [(.top, .right)]
    case (false, false, true, true): return [(.right, .left)]
    case (true, false, true, true): return [(.right, .bottom)]
    case (false, true, true, true): return [(.bottom, .left)]
    case (true, false, true, false):
      return isMiddleInside
        ? [(.left, .top), (.right, .bottom)] : [(.left, .bottom), (.right, .top)]
    case (false, true, false, true):
      return isMiddleInside
        ? [(.bottom, .left), (.top, .right)] : [(.bottom, .right), (.top, .left)]
    }
  }

  private enum Side {
    case bottom, right, top, left
  }

  private func edge(_ side: Side, of cell: Int) -> Int {
    let count = rows * columns
    switch side {
    case .bottom: return cell
    case .top: return cell + columns
    case .left: return count + cell
    case .right: return count + cell + 1
    }
  }

  // MARK: - Lines

  /// The crossings from `start` on, taken out of `next`.
  private func follow(from start: Int, _ next: inout [Int32]) -> [Point] {
    var line = [crossing(of: start)]
    var edge = start
    while next[edge] >= 0 {
      let following = Int(next[edge])
      next[edge] = -1
      edge = following
      if edge == start { break }
      line.append(crossing(of: edge))
    }
    return line
  }

  /// Where the level lies on an edge, between the middles of its two values.
  private func crossing(of edge: Int) -> Point {
    let count = rows * columns
    let isLower = edge < count
    let first = isLower ? edge : edge - count
    let second = isLower ? first + 1 : first + columns
    let share = (level - values[first]) / (values[second] - values[first])
    let from = place(of: first)
    return from + (place(of: second) - from) * max(0, min(1, share))
  }

  /// A grid point without the border around the field, whose points lie on its edge.
  private func place(of index: Int) -> Point {
    let column = min(max(index % columns - 1, 0), columns - 3)
    let row = min(max(index / columns - 1, 0), rows - 3)
    return Point(x: Double(column), y: Double(row))
  }
}
