import Kernels

/// A function between layers: a plain value that can be printed, compared and called.
///
///     Activation.gelu(1)  // 0.8413447
///
/// All but softmax work element by element. Formulas, and the value of a derivative at a kink, are
/// PyTorch's.
public struct Activation: Equatable, Sendable {
  /// What the gradient is computed from, besides the gradient of the result.
  enum GradientOperand: Sendable { case result, input, nothing }

  /// What options and reports call it.
  public let name: Name
  /// Its constant: a slope, a scale; 0 if it has none.
  public let parameter: Float
  let function: ElementFunction
  let gradientFunction: ElementFunction
  let gradientOperand: GradientOperand

  init(
    _ name: Name, _ function: ElementFunction, _ gradientFunction: ElementFunction,
    from operand: GradientOperand, parameter: Float = 0
  ) {
    self.name = name
    self.function = function
    self.gradientFunction = gradientFunction
    gradientOperand = operand
    self.parameter = parameter
  }

  /// The value at `x`; for softmax, which is no function of one number, `x` itself.
  public func callAsFunction(_ x: Float) -> Float {
    ElementFormulas.apply(function, x, x, parameter)
  }

  /// The derivative at `x`; at a kink, the one that training uses.
  public func derivative(_ x: Float) -> Float {
    let operand = gradientOperand == .result ? self(x) : x
    return ElementFormulas.apply(gradientFunction, 1, operand, parameter)
  }
}

/// An elementwise activation in a graph: `y = f(x)`.
final class ActivationOperation: Operation {
  let activation: Activation
  init(_ activation: Activation) { self.activation = activation }

  var name: Name { activation.name }
  var traits: Traits {
    Traits(function: activation.function, constant: activation.parameter, inPlaceInput: 0)
  }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.map(activation.function, activation.parameter))
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    guard activation.gradientOperand != .nothing else {
      return [activation.gradientFunction == functionNone ? dy : graph.insert(activation, dy)]
    }
    let x = graph[y].inputs[0]
    let operand = activation.gradientOperand == .result ? y : x
    return [graph.insert(ActivationGradient(activation), [dy, operand], graph.shape(y))]
  }
}

/// `dx = dy f'(x)`, from the input or the result.
final class ActivationGradient: Operation {
  let activation: Activation
  init(_ activation: Activation) { self.activation = activation }

  var name: Name { activation.name }
  var traits: Traits {
    Traits(
      function: activation.gradientFunction, constant: activation.parameter, inPlaceInput: 0)
  }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.map(activation.gradientFunction, activation.parameter)
    step.other = step.b
    steps.append(step)
  }
}

extension Site {
  /// A step that applies an elementwise function.
  func map(_ function: ElementFunction, _ constant: Float) -> Step {
    var step = elementwise(kernels.map)
    step.function = function
    step.s0 = constant
    return step
  }
}
