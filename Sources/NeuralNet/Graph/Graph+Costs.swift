extension Graph {
  /// The numbers in all parameters.
  public var parameterCount: Int {
    parameterInfo.reduce(0) { $0 + $1.shape.count }
  }

  /// Pairs of a multiplication and an addition in the forward pass: for one row of the batch, the
  /// sum of `inputs · units` over the dense layers.
  public var multiplyAdds: Int { multiplyAdds { !$0.isGradient } }

  /// The same in all nodes that `isCounted` picks.
  public func multiplyAdds(where isCounted: (Node) -> Bool) -> Int {
    nodes.reduce(0) { $0 + (isCounted($1) ? multiplyAdds(of: $1) : 0) }
  }

  /// The same in one node.
  public func multiplyAdds(of node: Node) -> Int {
    node.operation.multiplyAdds(node.inputs.map { shape($0) }, node.shape)
  }
}
