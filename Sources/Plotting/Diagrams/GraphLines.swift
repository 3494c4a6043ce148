/// Arranges a graph from left to right: the trunk in the middle of a line, its leaves above and
/// below it; in several lines, broken between layers, when one is too short.
struct GraphLines {
  private static let leastGap = 13.0
  /// The gap below which layers do not share a line, unless there is only one line.
  private static let easyGap = 26.0
  private static let mostGap = 84.0
  /// The distance of leaves from the trunk.
  private static let leafGap = 20.0
  private static let lineGap = 36.0
  /// The room at both ends of a line for arrows from line to line.
  private static let inset = 26.0

  let structure: GraphStructure
  private let layers: [Int]
  let width: Double
  var result: GraphArrangement
  /// The line of each node.
  var lineOf: [Int]
  /// The height of the free lane above each line.
  var laneAbove: [Double] = []

  /// The arrangement of nodes of these sizes in `width`, below `top`.
  static func arrange(
    _ structure: GraphStructure, frames: [DiagramFrame], layers: [Int], width: Double, top: Double
  ) -> GraphArrangement {
    var lines = GraphLines(structure, frames: frames, layers: layers, width: width)
    lines.placeAll(below: top)
    lines.routeAll()
    return lines.result
  }

  private init(
    _ structure: GraphStructure, frames: [DiagramFrame], layers: [Int], width: Double
  ) {
    self.structure = structure
    self.layers = layers
    self.width = width
    result = GraphArrangement(frames: frames)
    lineOf = [Int](repeating: 0, count: frames.count)
  }
}

// MARK: - Lines

extension GraphLines {
  private mutating func placeAll(below top: Double) {
    let lines = brokenIntoLines()
    var y = top
    for (number, columns) in lines.enumerated() {
      laneAbove.append(y - Self.lineGap / 2)
      y = place(columns, line: number, of: lines.count, below: y) + Self.lineGap
    }
    result.bottom = y - Self.lineGap
  }

  /// All columns in one line if they fit, else in each line as many whole layers as stand at ease;
  /// a layer that is too long goes on in the next line.
  private func brokenIntoLines() -> [[[Int]]] {
    if fits(structure.columns, in: width, gap: Self.leastGap) { return [structure.columns] }
    let room = width - 2 * Self.inset
    var lines: [[[Int]]] = []
    for layer in columnsByLayer() {
      if let last = lines.last, fits(last + layer, in: room, gap: Self.easyGap) {
        lines[lines.count - 1] += layer
        continue
      }
      lines.append([])
      for column in layer {
        let isFull = !fits(lines[lines.count - 1] + [column], in: room, gap: Self.leastGap)
        if isFull, !lines[lines.count - 1].isEmpty { lines.append([]) }
        lines[lines.count - 1].append(column)
      }
    }
    return lines
  }

  private func columnsByLayer() -> [[[Int]]] {
    var groups: [[[Int]]] = []
    var layer = 0
    for column in structure.columns {
      let next = layers[column[0]]
      if groups.isEmpty || next > layer { groups.append([]) }
      groups[groups.count - 1].append(column)
      layer = max(layer, next)
    }
    return groups
  }

  private func fits(_ columns: [[Int]], in width: Double, gap: Double) -> Bool {
    extent(columns) + gap * Double(columns.count - 1) <= width
  }

  private func extent(_ columns: [[Int]]) -> Double {
    var extent = 0.0
    for column in columns { extent += widest(column) }
    return extent
  }

  private func widest(_ nodes: [Int]) -> Double {
    var widest = 0.0
    for node in nodes { widest = max(widest, result.frames[node].width) }
    return widest
  }
}

// MARK: - Places

extension GraphLines {
  /// Places a line and returns its lower edge.
  private mutating func place(
    _ columns: [[Int]], line: Int, of count: Int, below top: Double
  ) -> Double {
    let (above, below) = sides(columns)
    let inset = count > 1 ? Self.inset : 0
    let start = line > 0 ? max(inset, overhang(columns, above) + Self.inset / 2) : inset
    placeColumns(columns, line: line, from: start, in: width - start - inset)
    let trunk = trunkHeight(columns)
    let upper = tallest(above)
    let middle = top + (upper > 0 ? upper + Self.leafGap : 0) + trunk / 2
    centre(columns, at: middle)
    placeLeaves(above, line: line, edge: middle - trunk / 2 - Self.leafGap, upwards: true)
    let lanes = Double(skips(in: line)) * 8
    placeLeaves(below, line: line, edge: middle + trunk / 2 + Self.leafGap + lanes, upwards: false)
    let lower = tallest(below)
    return middle + trunk / 2 + lanes + (lower > 0 ? lower + Self.leafGap : 0)
  }

  /// How far leaves above the first column reach to the left of it: there an arrow comes in.
  private func overhang(_ columns: [[Int]], _ leaves: [Int]) -> Double {
    var overhang = 0.0
    for leaf in leaves {
      guard let host = structure.hosts[leaf], columns[0].contains(host) else { continue }
      overhang = max(overhang, (result.frames[leaf].width - widest(columns[0])) / 2)
    }
    return overhang
  }

  private mutating func placeColumns(
    _ columns: [[Int]], line: Int, from left: Double, in width: Double
  ) {
    let gaps = Double(max(1, columns.count - 1))
    let gap = max(Self.leastGap, min(Self.mostGap, (width - extent(columns)) / gaps))
    var x = left
    for column in columns {
      let widest = widest(column)
      for node in column {
        result.frames[node].x = x + widest / 2
        lineOf[node] = line
      }
      x += widest + gap
    }
  }

  /// Columns of several nodes share a pitch, so that what belongs together stands level.
  private mutating func centre(_ columns: [[Int]], at middle: Double) {
    let pitch = pitch(columns)
    for column in columns {
      let first = middle - pitch * Double(column.count - 1) / 2
      for (place, node) in column.enumerated() {
        result.frames[node].y = first + pitch * Double(place)
      }
    }
  }

  private func pitch(_ columns: [[Int]]) -> Double {
    var pitch = 0.0
    for column in columns where column.count > 1 {
      pitch = max(pitch, tallest(column) + Self.leafGap)
    }
    return pitch
  }

  private func trunkHeight(_ columns: [[Int]]) -> Double {
    let pitch = pitch(columns)
    var height = 0.0
    for column in columns {
      height = max(height, pitch * Double(column.count - 1) + tallest(column))
    }
    return height
  }

  private func tallest(_ nodes: [Int]) -> Double {
    var tallest = 0.0
    for node in nodes { tallest = max(tallest, result.frames[node].height) }
    return tallest
  }

  /// Leaves in turn above and below; above the upper of stacked operations, below the lower ones.
  private func sides(_ columns: [[Int]]) -> (above: [Int], below: [Int]) {
    var above: [Int] = []
    var below: [Int] = []
    for column in columns {
      for (place, host) in column.enumerated() {
        for leaf in structure.leaves(of: host) {
          let isUpper =
            column.count > 1 ? 2 * place < column.count : above.count <= below.count
          if isUpper { above.append(leaf) } else { below.append(leaf) }
        }
      }
    }
    return (above, below)
  }

  /// Puts leaves over or under their hosts, moved apart where they would touch.
  private mutating func placeLeaves(
    _ leaves: [Int], line: Int, edge: Double, upwards: Bool
  ) {
    var right = -Self.leastGap
    for leaf in leaves {
      let half = result.frames[leaf].width / 2
      let wanted = structure.hosts[leaf].map { result.frames[$0].x } ?? half
      let x = max(wanted, right + Self.leastGap + half)
      right = x + half
      result.frames[leaf].x = x
      let height = result.frames[leaf].height
      result.frames[leaf].y = upwards ? edge - height / 2 : edge + height / 2
      lineOf[leaf] = line
    }
    var limit = width + Self.leastGap
    for leaf in leaves.reversed() {
      let half = result.frames[leaf].width / 2
      result.frames[leaf].x = min(result.frames[leaf].x, limit - Self.leastGap - half)
      limit = result.frames[leaf].x - half
    }
  }
}
