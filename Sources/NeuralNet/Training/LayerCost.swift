/// What a layer with parameters costs.
public struct LayerCost: Equatable, Sendable {
  /// The number of the layer in the model, from 0.
  public let layer: Int
  /// Numbers in a row that comes in.
  public let inputs: Int
  /// Numbers in a row that goes out.
  public let outputs: Int
  /// Numbers that are learnt.
  public let parameters: Int
  /// Pairs of a multiplication and an addition for one row, forward.
  public let multiplyAdds: Int
}

extension Network {
  /// The costs of each layer that has parameters.
  public func layerCosts() -> [LayerCost] {
    layers.indices.compactMap { layer in
      let own = parameters.filter { $0.layer == layer }
      guard let weight = own.first(where: { $0.role == .weight }) ?? own.first else { return nil }
      return LayerCost(
        layer: layer, inputs: weight.fanIn, outputs: weight.fanOut,
        parameters: own.reduce(0) { $0 + $1.shape.count },
        multiplyAdds: graph.multiplyAdds { $0.layer == layer && !$0.isGradient })
    }
  }
}
