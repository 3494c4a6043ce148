import Kernels

extension Activation {
  /// `y_j = e^(x_j − max x) / Σ_k e^(x_k − max x)` in each row.
  ///
  /// For reading probabilities; a classifier is trained on logits, with `Loss.crossEntropy`.
  public static let softmax = Activation("softmax", functionNone, functionNone, from: .result)
}

/// The softmax of each row, rows being along the innermost axis.
final class Softmax: Operation {
  static let shared = Softmax()
  var name: Name { "softmax" }
  var traits: Traits { Traits(inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.rowwise(site.kernels.softmax))
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [graph.insert(SoftmaxGradient.shared, [dy, y], graph.shape(y))]
  }
}

/// `dx_j = y_j (dy_j − Σ_k dy_k y_k)` in each row.
final class SoftmaxGradient: Operation {
  static let shared = SoftmaxGradient()
  var name: Name { "softmax" }
  var traits: Traits { Traits(inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.rowwise(site.kernels.softmaxGradient))
  }
}
