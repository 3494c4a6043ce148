/// The shape of a computation graph, whatever its nodes hold: a trunk of operations and results in
/// columns, and leaves (parameters, targets) that stand beside the operation they enter.
struct GraphStructure {
  /// An edge between nodes, by their place in the graph's list.
  struct Edge: Equatable {
    var from: Int
    var to: Int
  }

  /// The edges between existing nodes.
  let edges: [Edge]
  /// The trunk in columns, from the first inputs to the loss; within a column from top to bottom.
  private(set) var columns: [[Int]] = []
  /// The operation that each leaf stands beside; nil for nodes of the trunk.
  private(set) var hosts: [Int?]

  /// The structure of `graph`.
  init(_ graph: TensorGraph) {
    edges = Self.edges(graph)
    hosts = [Int?](repeating: nil, count: graph.nodes.count)
    let ranks = Self.ranks(graph.nodes.count, edges)
    for node in graph.nodes.indices where ranks[node] == 0 {
      hosts[node] = host(of: node, graph, ranks)
    }
    arrange(ranks)
  }

  /// The leaves beside a node.
  func leaves(of host: Int) -> [Int] {
    hosts.indices.filter { hosts[$0] == host }
  }

  /// The place of a trunk node's column.
  func column(of node: Int) -> Int? {
    columns.firstIndex { $0.contains(node) }
  }

  private static func edges(_ graph: TensorGraph) -> [Edge] {
    var edges: [Edge] = []
    for edge in graph.edges {
      let from = graph.nodes.firstIndex { $0.id == edge.from }
      let to = graph.nodes.firstIndex { $0.id == edge.to }
      guard let from, let to, from != to else { continue }
      edges.append(Edge(from: from, to: to))
    }
    return edges
  }

  /// The length of the longest way to each node. As many rounds as nodes suffice without cycles,
  /// and end with them too.
  private static func ranks(_ count: Int, _ edges: [Edge]) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for _ in 0..<count {
      var changed = false
      for edge in edges where ranks[edge.to] <= ranks[edge.from] && ranks[edge.from] < count {
        ranks[edge.to] = ranks[edge.from] + 1
        changed = true
      }
      if !changed { break }
    }
    return ranks
  }

  /// The first node that a source enters; nil for inputs of the first operations, which begin the
  /// trunk, and for nodes that enter nothing.
  private func host(of node: Int, _ graph: TensorGraph, _ ranks: [Int]) -> Int? {
    var host: Int?
    for edge in edges where edge.from == node {
      if let best = host, ranks[best] <= ranks[edge.to] { continue }
      host = edge.to
    }
    guard let host else { return nil }
    return graph.nodes[node].kind == .input && ranks[host] == 1 ? nil : host
  }

  /// Fills the columns: by rank, each in the order of what its nodes come from.
  private mutating func arrange(_ ranks: [Int]) {
    var place = [Double](repeating: 0, count: ranks.count)
    for rank in 0...ranks.count {
      let members = ranks.indices.filter { ranks[$0] == rank && hosts[$0] == nil }
      guard !members.isEmpty else { continue }
      let keys = members.map { node in meanPlace(before: node, place) }
      let order = members.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
      let column = order.map { members[$0] }
      for (index, node) in column.enumerated() {
        place[node] = Double(index) - Double(column.count - 1) / 2
      }
      columns.append(column)
    }
  }

  private func meanPlace(before node: Int, _ place: [Double]) -> Double {
    var sum = 0.0
    var count = 0.0
    for edge in edges where edge.to == node && hosts[edge.from] == nil {
      sum += place[edge.from]
      count += 1
    }
    return count > 0 ? sum / count : 0
  }
}
