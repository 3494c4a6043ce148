import Kernels

extension Activation {
  /// `y_j = e^(x_j − max x) / Σ_k e^(x_k − max x)` in each row.
  ///
  /// For reading probabilities; a classifier is trained on logits, with `Loss.crossEntropy`.
  public static let softmax = Activation("softmax", functionNone, functionNone, from: .result)
}

/// The softmax of each row of `x / temperature`, rows being along the innermost axis.
///
/// `(x_j − max x) / temperature` is what the exponential sees: at most 0, so nothing overflows, and
/// a tiny temperature gives 1 to the largest and 0 to the others.
final class Softmax: Operation {
  static let shared = Softmax(temperature: 1)
  let temperature: Float
  init(temperature: Float) { self.temperature = temperature }

  var name: Name { "softmax" }
  var traits: Traits { Traits(inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.rowwise(site.kernels.softmax)
    step.s0 = temperature
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [graph.insert(SoftmaxGradient(temperature: temperature), [dy, y], graph.shape(y))]
  }
}

/// `dx_j = y_j (dy_j − Σ_k dy_k y_k) / temperature` in each row.
final class SoftmaxGradient: Operation {
  let temperature: Float
  init(temperature: Float) { self.temperature = temperature }

  var name: Name { "softmax" }
  var traits: Traits { Traits(inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.rowwise(site.kernels.softmaxGradient)
    step.s0 = temperature
    steps.append(step)
  }
}
