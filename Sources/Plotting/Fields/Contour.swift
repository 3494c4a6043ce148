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
    var links = links(rows: 0..<(rows - 1), columns: 0..<(columns - 1))
    var rings: [[Point]] = []
    for start in links.entries where links.next[start] >= 0 {
      rings.append(follow(&links, from: start))
    }
    return rings
  }

  /// The lines of the level inside the field, ending at its border; closed ones repeat their start.
  func lines() -> [[Point]] {
    guard rows > 3, columns > 3 else { return [] }
    var links = links(rows: 1..<(rows - 2), columns: 1..<(columns - 2))
    var isReached = [Bool](repeating: false, count: links.next.count)
    for entry in links.entries { isReached[Int(links.next[entry])] = true }
    var lines: [[Point]] = []
    for start in links.entries where !isReached[start] {
      lines.append(follow(&links, from: start))
    }
    for start in links.entries where links.next[start] >= 0 {
      let ring = follow(&links, from: start)
      lines.append(ring + ring.prefix(1))
    }
    return lines
  }

  // MARK: - Cells

  /// How the contour goes on from edge to edge. Edges `0 ..< n` are the lower edges of the cells,
  /// `n ..< 2n` their left ones.
  private struct Links {
    /// For each edge by which the contour enters a cell, the one by which it leaves it; else −1.
    var next: [Int32]
    /// The edges by which it enters cells.
    var entries: [Int] = []

    mutating func add(_ entry: Int, _ exit: Int) {
      next[entry] = Int32(exit)
      entries.append(entry)
    }
  }

  /// The sides of a cell.
  private enum Side {
    case bottom, right, top, left
  }

  private func links(rows cellRows: Range<Int>, columns cellColumns: Range<Int>) -> Links {
    var links = Links(next: [Int32](repeating: -1, count: 2 * rows * columns))
    values.withUnsafeBufferPointer { values in
      for row in cellRows {
        for column in cellColumns {
          let cell = row * columns + column
          let corners =
            (values[cell] >= level ? 1 : 0) + (values[cell + 1] >= level ? 2 : 0)
            + (values[cell + columns + 1] >= level ? 4 : 0)
            + (values[cell + columns] >= level ? 8 : 0)
          if corners == 0 || corners == 15 { continue }
          add(cell, corners, to: &links)
        }
      }
    }
    return links
  }

  /// Adds the ways through a cell, with higher ground at their left hand.
  ///
  /// - Parameter corners: 1, 2, 4 and 8 for those of at least the level, from the lower left one
  ///   against the clock.
  private func add(_ cell: Int, _ corners: Int, to links: inout Links) {
    func way(_ entry: Side, _ exit: Side) { links.add(edge(entry, of: cell), edge(exit, of: cell)) }
    switch corners {
    case 1: way(.left, .bottom)
    case 2: way(.bottom, .right)
    case 3: way(.left, .right)
    case 4: way(.right, .top)
    case 6: way(.bottom, .top)
    case 7: way(.left, .top)
    case 8: way(.top, .left)
    case 9: way(.top, .bottom)
    case 11: way(.top, .right)
    case 12: way(.right, .left)
    case 13: way(.right, .bottom)
    case 14: way(.bottom, .left)
    // Opposite corners are high: they are joined over the middle, or parted, as the middle is.
    case 5:
      let isJoined = isMiddleInside(cell)
      way(.left, isJoined ? .top : .bottom)
      way(.right, isJoined ? .bottom : .top)
    default:
      let isJoined = isMiddleInside(cell)
      way(.bottom, isJoined ? .left : .right)
      way(.top, isJoined ? .right : .left)
    }
  }

  /// Whether the mean of a cell's corners is at least the level.
  private func isMiddleInside(_ cell: Int) -> Bool {
    let lower = values[cell] / 4 + values[cell + 1] / 4
    return lower + values[cell + columns] / 4 + values[cell + columns + 1] / 4 >= level
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

  /// The crossings from `start` on, taken out of the links.
  private func follow(_ links: inout Links, from start: Int) -> [Point] {
    var line = [crossing(of: start)]
    var edge = start
    while links.next[edge] >= 0 {
      let following = Int(links.next[edge])
      links.next[edge] = -1
      edge = following
      if edge == start { break }
      line.append(crossing(of: edge))
    }
    return line
  }

  /// Where the level lies on an edge, between the places of its two values.
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
