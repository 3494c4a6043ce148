/// The first number of a run that is infinite or not a number, and where it came from.
public struct NonFinite: Equatable, Sendable {
  /// What kind of value it is in.
  public enum Place: Sendable {
    /// Data that came from outside.
    case input
    /// A parameter, spoilt by an earlier update.
    case parameter
    /// The result of a layer, or of a part of one.
    case activation
    /// The loss.
    case loss
    /// A gradient, of an activation or of a parameter.
    case gradient
  }

  /// What kind of value it is in.
  public let place: Place
  /// The layer of the model, counted from 0.
  public let layer: Int
  /// The operation that made it; for a gradient, the one it is the gradient of.
  public let operation: Name
  /// The node of the graph.
  public let node: Int
  /// The number itself.
  public let value: Float
}

extension Program {
  /// Computes the same as `runGradients`, one node after the other, until a number is not finite.
  ///
  /// The parameters stay as they are, so after a `run` that returned false this is a replay of it. A
  /// program that shares nothing names the very node; one that shares may name the activation into
  /// which a product was merged.
  public func firstNonFinite() -> NonFinite? {
    for index in plan.graph.nodes.indices where plan.isLive[index] && plan.isSource(index) {
      if let found = nonFinite(in: index) { return found }
    }
    numberContexts()
    for step in 0..<gradientSteps {
      run(step..<step + 1)
      let node = node(ofStep: step)
      let isLastOfNode = step + 1 == gradientSteps || self.node(ofStep: step + 1) != node
      if isLastOfNode, let found = nonFinite(in: node) { return found }
    }
    return nil
  }

  private func nonFinite(in index: Int) -> NonFinite? {
    let node = plan.graph.nodes[index]
    for part in node.shapes.indices where plan.isLive[index] {
      guard part == 0 || plan.readers[plan.base[index] + part] > 0 else { continue }
      let elements = elements(ofNode: index, part)
      guard let value = elements.first(where: { !$0.isFinite }) else { continue }
      return NonFinite(
        place: part > 0 && node.operation is LossOperation ? .gradient : node.place,
        layer: node.layer, operation: node.operation.name, node: index, value: Float(value))
    }
    return nil
  }
}

extension Node {
  fileprivate var place: NonFinite.Place {
    if isGradient { return .gradient }
    if operation is LossOperation { return .loss }
    if operation === Parameter.shared { return .parameter }
    return operation === Input.shared ? .input : .activation
  }
}
