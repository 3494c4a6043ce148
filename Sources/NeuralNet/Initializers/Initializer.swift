/// The values that parameters start with: a plain value that can be compared.
///
/// Weights are drawn so that activations, or gradients, keep their size from layer to layer; biases
/// are 0 unless the rule says otherwise.
public struct Initializer: Equatable, Sendable {
  /// How numbers are spread, around `centre` and as wide as `scale` and `fan` say.
  enum Distribution: Equatable, Sendable {
    /// All the same: `scale`.
    case constant
    /// `U(centre - width, centre + width)`
    case uniform
    /// `N(centre, width²)`
    case normal
    /// The same without what lies outside the bounds.
    case truncatedNormal(lower: Float, upper: Float)
    /// Columns or rows of length `scale` at right angles.
    case orthogonal
    /// `N(0, width²)` with this share of each input's weights 0.
    case sparse(Float)
    /// 1 where input and unit have the same number, in the middle of a kernel.
    case identity
  }

  /// Which connections of a unit are counted.
  public enum Fan: Equatable, Sendable {
    /// Those it reads: activations keep their size.
    case inputs
    /// Those it feeds: gradients keep their size.
    case outputs
    /// `(inputs + outputs) / 2`
    case average
    /// None: the width is the scale.
    case none
  }

  let distribution: Distribution
  let scale: Float
  var fan = Fan.inputs
  var centre: Float = 0
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
    case .gates(let bound, let forget):
      for i in 0..<count {
        values[i] = drawsBiases ? random.nextUniform(from: -bound, to: bound) : 0
      }
      for i in count / 4..<count / 2 { values[i] += forget }
    case .uniform(let bound) where drawsBiases:
      for i in 0..<count { values[i] = random.nextUniform(from: -bound, to: bound) }
    case .drawn where parameter.role == .weight || drawsBiases,
      .uniform where parameter.role == .weight:
      draw(parameter, values, &random)
    case .drawn, .uniform:
      values.update(repeating: 0, count: count)
    }
  }

  private func draw(
    _ parameter: ParameterInfo, _ values: UnsafeMutablePointer<Float>,
    _ random: inout RandomStream
  ) {
    let count = parameter.shape.count, size = width(parameter)
    let matrix = WeightMatrix(parameter, values)
    switch distribution {
    case .constant: values.update(repeating: scale, count: count)
    case .uniform:
      for i in 0..<count { values[i] = random.nextUniform(from: centre - size, to: centre + size) }
    case .normal: for i in 0..<count { values[i] = random.nextNormal() * size + centre }
    case .truncatedNormal(let lower, let upper):
      for i in 0..<count {
        values[i] = random.nextNormal(centre, size, from: lower, to: upper)
      }
    case .orthogonal: matrix.fillOrthogonal(gain: scale, &random)
    case .sparse(let share): matrix.fillSparse(share: share, deviation: size, &random)
    case .identity: matrix.fillIdentity()
    }
  }

  /// `scale / √fan`
  private func width(_ parameter: ParameterInfo) -> Float {
    let inputs = Float(max(parameter.fanIn, 1)), outputs = Float(max(parameter.fanOut, 1))
    switch fan {
    case .inputs: return scale / inputs.squareRoot()
    case .outputs: return scale / outputs.squareRoot()
    case .average: return scale / ((inputs + outputs) / 2).squareRoot()
    case .none: return scale
    }
  }
}

extension RandomStream {
  /// A number with a normal distribution between bounds: drawn again, up to a thousand times, while
  /// it is outside; the nearest bound if the distribution has next to nothing between them.
  mutating func nextNormal(
    _ mean: Float, _ deviation: Float, from lower: Float, to upper: Float
  ) -> Float {
    for _ in 0..<1000 {
      let x = nextNormal() * deviation + mean
      if x >= lower && x <= upper { return x }
    }
    return mean < lower ? lower : upper
  }
}
