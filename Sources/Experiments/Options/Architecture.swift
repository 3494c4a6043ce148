public import NeuralNet

/// A network as a notebook writes it.
public enum Architecture: Sendable, Equatable {
  /// The short form: sizes from the inputs to the outputs.
  case sizes([Int])
  /// The long form: layer by layer; the data decide the inputs.
  case layers([WrittenLayer])

  /// The layers, with `activation` between the dense layers of the short form and `output` after
  /// the last one.
  public func layers(activation: Activation, output: Activation = .linear) -> [Layer] {
    switch self {
    case .layers(let layers): return layers.map { $0.layer }
    case .sizes(let sizes):
      var layers: [Layer] = []
      for (number, units) in sizes.dropFirst().enumerated() {
        let last = number == sizes.count - 2
        layers.append(.dense(units))
        if (last ? output : activation) != .linear {
          layers.append(.activation(last ? output : activation))
        }
      }
      return layers
    }
  }

  /// The inputs that the short form states.
  public var inputs: Int? {
    guard case .sizes(let sizes) = self else { return nil }
    return sizes.first
  }
}
