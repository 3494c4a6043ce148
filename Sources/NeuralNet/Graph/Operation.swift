public import Kernels

/// What a node computes: its shape rule, its steps and its gradient rule, side by side in one file.
///
/// Constants of an operation (a slope, a rate) are stored properties of the class.
public protocol Operation: AnyObject, Sendable {
  /// What reports and diagnoses call it.
  var name: Name { get }

  /// The shape of the result.
  ///
  /// - Throws: `ShapeError` if the operation cannot work on these inputs.
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape

  /// The shapes of further results; none by default.
  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape]

  /// Writes the steps that compute the results; none for a value that comes from outside.
  func emit(_ site: Site, into steps: inout [Step])

  /// The gradient of the loss for each input, from the gradients of the results.
  ///
  /// `dys[part]` is nil where the loss does not depend on that part. A nil in the result says that
  /// no gradient flows to that input.
  func gradients(_ graph: inout Graph, _ y: Value, _ dys: [Value?]) -> [Value?]

  /// The same for the usual case of one result.
  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?]

  /// Pairs of a multiplication and an addition; 0 by default, only products count.
  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int

  /// Refuses what can be computed but not trained.
  ///
  /// - Throws: `ShapeError` if inputs of these shapes are enough for evaluation only.
  func requireTrainable(_ inputs: [Shape]) throws(ShapeError)

  /// What the planner may do with it: speed and memory, never a bit of the result.
  var traits: Traits { get }
}

extension Operation {
  /// No further results.
  public func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] { [] }

  /// The gradients by way of `gradient`.
  public func gradients(_ graph: inout Graph, _ y: Value, _ dys: [Value?]) -> [Value?] {
    guard let dy = dys[0] else { return [] }
    return gradient(&graph, y, dy)
  }

  /// No gradient for any input.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] { [] }

  /// Nothing worth counting.
  public func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int { 0 }

  /// Nothing is refused.
  public func requireTrainable(_ inputs: [Shape]) throws(ShapeError) {}

  /// No freedom for the planner.
  public var traits: Traits { Traits() }
}

/// What the planner may do with an operation.
public struct Traits: Sendable {
  /// The elementwise function it is, which the step that makes its first input can apply as it
  /// stores; `functionNone` if it is none.
  public var function = functionNone
  /// The constant of that function.
  public var constant: Float = 0
  /// Whether its steps can apply such a function.
  public var appliesFunctions = false
  /// Whether its steps write its further results even if nobody reads them.
  public var needsExtras = false
  /// Whether a third input may be what its sums begin with.
  public var takesStart = false
  /// The input whose memory the result may take over.
  public var inPlaceInput: Int?
  /// Whether the result is the input itself in another shape: no step at all.
  public var isAlias = false
  /// The further result that has memory though nobody may read it: what its steps hand on.
  public var workspace: Int?
  /// Whether it is left out, its result being its input, when the program evaluates.
  public var isIdentityInEvaluation = false
}
