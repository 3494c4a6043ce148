/// Arranges a graph from top to bottom for a phone: the trunk as a column, leaves beside the
/// operation they enter.
struct GraphColumn {
  private static let rowGap = 22.0
  private static let leafGap = 20.0

  private let structure: GraphStructure
  private let width: Double
  private var axis = 0.0
  private var result: GraphArrangement

  /// The arrangement of nodes of these sizes in `width`, below `top`.
  static func arrange(
    _ structure: GraphStructure, frames: [DiagramFrame], width: Double, top: Double
  ) -> GraphArrangement {
    var column = GraphColumn(structure, frames: frames, width: width)
    column.placeAll(below: top)
    for edge in structure.edges { column.route(edge) }
    return column.result
  }

  private init(_ structure: GraphStructure, frames: [DiagramFrame], width: Double) {
    self.structure = structure
    self.width = width
    result = GraphArrangement(frames: frames)
    axis = trunkAxis
  }

  /// The middle if leaves have room on either side of it, else as far left as the trunk allows.
  private var trunkAxis: Double {
    var half = 0.0
    var reach = 0.0
    for column in structure.columns {
      half = max(half, extent(column) / 2)
      guard column.count == 1, let host = column.first else { continue }
      for leaf in structure.leaves(of: host) {
        let frames = (result.frames[host], result.frames[leaf])
        reach = max(reach, frames.0.width / 2 + Self.leafGap + frames.1.width)
      }
    }
    let lane = hasSkips ? 14.0 : 0
    return max(half + lane, min(width / 2, width - reach))
  }

  private var hasSkips: Bool { structure.edges.contains { isSkip($0) } }

  private func extent(_ nodes: [Int]) -> Double {
    var extent = Self.leafGap * Double(max(0, nodes.count - 1))
    for node in nodes { extent += result.frames[node].width }
    return extent
  }
}

// MARK: - Places

extension GraphColumn {
  private mutating func placeAll(below top: Double) {
    var y = top
    for column in structure.columns {
      for row in rows(column) {
        let height = tallest(row)
        placeRow(row, below: y, height: height)
        y += height + Self.rowGap
      }
    }
    result.bottom = y - Self.rowGap
  }

  /// A column of the trunk as rows: an operation with the leaves beside it, or several results;
  /// what does not fit goes into a row of its own.
  private func rows(_ column: [Int]) -> [[Int]] {
    var rows: [[Int]] = []
    var row: [Int] = []
    for (place, node) in column.enumerated() {
      let leaves = structure.leaves(of: node)
      let isFirst = place == 0 && column.count > 1
      for next in isFirst ? leaves + [node] : [node] + leaves {
        if !row.isEmpty, extent(row + [next]) > width {
          rows.append(row)
          row = []
        }
        row.append(next)
      }
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  private mutating func placeRow(_ row: [Int], below top: Double, height: Double) {
    let trunk = row.filter { structure.hosts[$0] == nil }
    var x =
      trunk.count == 1 && row.first == trunk.first
      ? axis - result.frames[row[0]].width / 2 : axis - extent(row) / 2
    x = max(0, min(x, width - extent(row)))
    for node in row {
      result.frames[node].x = x + result.frames[node].width / 2
      result.frames[node].y = top + height / 2
      x += result.frames[node].width + Self.leafGap
    }
  }

  private func tallest(_ nodes: [Int]) -> Double {
    var tallest = 0.0
    for node in nodes { tallest = max(tallest, result.frames[node].height) }
    return tallest
  }
}

// MARK: - Arrows

extension GraphColumn {
  private mutating func route(_ edge: GraphStructure.Edge) {
    let (from, to) = (result.frames[edge.from], result.frames[edge.to])
    if structure.hosts[edge.from] != nil, from.y == to.y {
      let isRight = from.x > to.x
      let start = from.middle(isRight ? .left : .right)
      result.routes.append([start, to.port(isRight ? .right : .left, towards: start, gap: 2)])
    } else if isSkip(edge) {
      result.routes.append([
        from.middle(.left), Point(x: 5, y: from.y), Point(x: 5, y: to.y),
        to.middle(.left, gap: 2),
      ])
    } else {
      let target = to.isRound ? to.centre : to.middle(.top)
      let start = from.port(.bottom, towards: target)
      result.routes.append([start, to.port(.top, towards: start, gap: 2)])
    }
  }

  private func isSkip(_ edge: GraphStructure.Edge) -> Bool {
    guard structure.hosts[edge.from] == nil,
      let from = structure.column(of: edge.from), let to = structure.column(of: edge.to)
    else { return false }
    return to > from + 1
  }
}
