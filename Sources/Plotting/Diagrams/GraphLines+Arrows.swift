// The arrows of a graph that runs from left to right.

extension GraphLines {
  mutating func routeAll() {
    var lanes = [Int](repeating: 0, count: laneAbove.count)
    for edge in structure.edges {
      if structure.hosts[edge.from] != nil {
        routeLeaf(edge)
      } else if lineOf[edge.from] != lineOf[edge.to] {
        routeAcrossLines(edge)
      } else if isSkip(edge) {
        lanes[lineOf[edge.from]] += 1
        routeBelow(edge, lane: lanes[lineOf[edge.from]])
      } else {
        routeForward(edge)
      }
    }
  }

  private mutating func routeForward(_ edge: GraphStructure.Edge) {
    let (from, to) = (result.frames[edge.from], result.frames[edge.to])
    let target = to.isRound ? to.centre : to.middle(.left)
    let start = from.port(.right, towards: target)
    result.routes.append([start, to.port(.left, towards: start, gap: 2)])
  }

  private mutating func routeLeaf(_ edge: GraphStructure.Edge) {
    let (from, to) = (result.frames[edge.from], result.frames[edge.to])
    let isAbove = from.y < to.y
    let start = from.middle(isAbove ? .bottom : .top)
    result.routes.append([start, to.port(isAbove ? .top : .bottom, towards: start, gap: 2)])
  }

  /// Around what lies between, under the trunk of the line.
  private mutating func routeBelow(_ edge: GraphStructure.Edge, lane: Int) {
    let (from, to) = (result.frames[edge.from], result.frames[edge.to])
    var y = 0.0
    for column in structure.columns {
      for node in column where lineOf[node] == lineOf[edge.from] {
        y = max(y, result.frames[node].bottom)
      }
    }
    y += 8 * Double(lane)
    let shift = min(6, to.width / 4)
    let enters = Point(x: to.x - shift, y: to.bottom + 2)
    result.routes.append([
      from.middle(.bottom), Point(x: from.x, y: y), Point(x: enters.x, y: y), enters,
    ])
  }

  /// Out at the right, back between the lines, in at the left.
  private mutating func routeAcrossLines(_ edge: GraphStructure.Edge) {
    let (from, to) = (result.frames[edge.from], result.frames[edge.to])
    let leaves = laneAbove[min(lineOf[edge.from] + 1, laneAbove.count - 1)]
    let (right, left) = (width - 6, 6.0)
    result.routes.append([
      from.middle(.right), Point(x: right, y: from.y), Point(x: right, y: leaves),
      Point(x: left, y: leaves), Point(x: left, y: to.y), to.middle(.left, gap: 2),
    ])
  }

  private func isSkip(_ edge: GraphStructure.Edge) -> Bool {
    guard let from = structure.column(of: edge.from), let to = structure.column(of: edge.to)
    else { return false }
    return to > from + 1
  }

  func skips(in line: Int) -> Int {
    structure.edges.filter { edge in
      structure.hosts[edge.from] == nil && lineOf[edge.from] == line && lineOf[edge.to] == line
        && isSkip(edge)
    }.count
  }
}
