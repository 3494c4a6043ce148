import NeuralNet
import Plotting

/// A number with its derivatives by x and by y.
struct Slope: Sendable {
  var value: Double
  var x = 0.0
  var y = 0.0
}

extension Formula {
  /// The value at a place with both derivatives, by differentiating each step as it is evaluated
  /// (forward mode).
  func slope(_ x: Double, _ y: Double) -> Slope {
    var stack: [Slope] = []
    for step in steps {
      switch step {
      case .number(let number): stack.append(Slope(value: number))
      case .x: stack.append(Slope(value: x, x: 1))
      case .y: stack.append(Slope(value: y, y: 1))
      // A surface over the plane has no columns.
      case .column: stack.append(Slope(value: .nan))
      case .negate: stack.append(stack.removeLast().chained(-1) { -$0 })
      case .call(let function):
        let inner = stack.removeLast()
        stack.append(inner.chained(function.derivative(inner.value)) { function($0) })
      case .add, .subtract, .multiply, .divide, .power:
        let right = stack.removeLast()
        stack.append(step.combined(stack.removeLast(), right))
      }
    }
    return stack.last ?? Slope(value: .nan)
  }
}

extension Slope {
  /// The slope of a function of it, whose derivative at its value is `derivative`.
  fileprivate func chained(_ derivative: Double, _ function: (Double) -> Double) -> Slope {
    combined(function(value), derivative, Slope(value: 0), 0)
  }

  /// The slope of something that changes by `own` with this and by `others` with the other; what does
  /// not depend on x or y stays out, even where its derivative is infinite.
  fileprivate func combined(
    _ result: Double, _ own: Double, _ other: Slope, _ others: Double
  ) -> Slope {
    func sum(_ a: Double, _ b: Double) -> Double {
      (a == 0 ? 0 : own * a) + (b == 0 ? 0 : others * b)
    }
    return Slope(value: result, x: sum(x, other.x), y: sum(y, other.y))
  }
}

extension Formula.Step {
  /// Sum, product, quotient and power rule.
  fileprivate func combined(_ left: Slope, _ right: Slope) -> Slope {
    let result = combined(left.value, right.value)
    switch self {
    case .add: return left.combined(result, 1, right, 1)
    case .subtract: return left.combined(result, 1, right, -1)
    case .multiply: return left.combined(result, right.value, right, left.value)
    case .divide: return left.combined(result, 1 / right.value, right, -result / right.value)
    default:
      let lower = Formula.Step.power.combined(left.value, right.value - 1)
      return left.combined(
        result, right.value == 0 ? 0 : right.value * lower, right, result * Math.log(left.value))
    }
  }
}

extension Formula.Function {
  /// The derivative at x; 0 at the kinks of `abs` and `relu`, as in the engine.
  func derivative(_ x: Double) -> Double {
    switch self {
    case .sin: Math.cos(x)
    case .cos: -Math.sin(x)
    case .exp: Math.exp(x)
    case .log: 1 / x
    case .log10: 1 / (x * 2.302_585_092_994_045_7)
    case .sqrt: 0.5 / x.squareRoot()
    case .abs: x > 0 ? 1 : x < 0 ? -1 : 0
    case .tanh: 1 - Math.tanh(x) * Math.tanh(x)
    case .sigmoid: Math.sigmoid(x) * (1 - Math.sigmoid(x))
    case .erf: 1.128_379_167_095_512_6 * Math.exp(-x * x)
    case .softplus: Math.sigmoid(x)
    case .relu: x > 0 ? 1 : 0
    case .step: 0
    }
  }
}
