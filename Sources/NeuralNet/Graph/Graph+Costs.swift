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
    var sum = 0
    for node in nodes where isCounted(node) {
      var shapes: [Shape] = []
      for input in node.inputs { shapes.append(shape(input)) }
      sum += node.operation.multiplyAdds(shapes, node.shape)
    }
    return sum
  }
}
