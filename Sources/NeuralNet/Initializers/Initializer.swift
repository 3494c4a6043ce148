/// The values that parameters start with: a plain value that can be compared.
///
/// Weights are drawn so that activations, or gradients, keep their size from layer to layer; biases
/// are 0 unless the rule says otherwise.
public struct Initializer: Equatable, Sendable {
  /// How numbers are spread.
  enum Distribution: Sendable {
    /// All the same: `scale`.
    case constant
    /// `U(-scale / √fan, scale / √fan)`
    case uniform
    /// `N(0, (scale / √fan)²)`
    case normal
  }

  /// Which connections of a unit are counted.
  enum Fan: Sendable {
    case inputs
    /// `(inputs + outputs) / 2`
    case average
  }

  let distribution: Distribution
  let scale: Float
  var fan = Fan.inputs
  var drawsBiases = false

  /// Sets a parameter's values.
  ///
  /// - Parameters:
  ///   - values: as many as the parameter's shape counts.
  ///   - index: the number of the parameter; each draws from its own stream of `seed`.
  public func fill(
    parameter: ParameterInfo, values: UnsafeMutablePointer<Float>, seed: UInt64, index: Int
  ) {
    let count = parameter.shape.count
    var random = RandomStream(seed: seed, stream: .initialization(parameter: index))
    switch parameter.start {
    case .constant(let value):
      values.update(repeating: value, count: count)
    case .normal(let deviation):
      for i in 0..<count { values[i] = random.nextNormal() * deviation }
    case .uniform(let bound) where drawsBiases:
      for i in 0..<count { values[i] = random.nextUniform(from: -bound, to: bound) }
    case .drawn where parameter.role == .weight || drawsBiases,
      .uniform where parameter.role == .weight:
      draw(count, size: width(parameter), values, &random)
    case .drawn, .uniform:
      values.update(repeating: 0, count: count)
    }
  }

  private func draw(
    _ count: Int, size: Float, _ values: UnsafeMutablePointer<Float>, _ random: inout RandomStream
  ) {
    switch distribution {
    case .constant: values.update(repeating: scale, count: count)
    case .uniform: for i in 0..<count { values[i] = random.nextUniform(from: -size, to: size) }
    case .normal: for i in 0..<count { values[i] = random.nextNormal() * size }
    }
  }

  /// `scale / √fan`
  private func width(_ parameter: ParameterInfo) -> Float {
    let connections = Float(max(parameter.fanIn, 1))
    switch fan {
    case .inputs: return scale / connections.squareRoot()
    case .average: return scale / ((connections + Float(max(parameter.fanOut, 1))) / 2).squareRoot()
    }
  }
}
