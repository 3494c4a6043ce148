import Kernels

// Functions of one element that no layer is made of; they work as activations do, and may join the
// step of a product as these.
extension Activation {
  /// `y = e^x`, `dx = dy y`.
  static let exp = Activation("exp", functionExp, functionExpGradient, from: .result)
  /// `y = ln x`, `dx = dy / x`.
  static let log = Activation("log", functionLog, functionLogGradient, from: .input)
  /// `y = √x`, `dx = dy / 2y`.
  static let squareRoot = Activation(
    "sqrt", functionSquareRoot, functionSquareRootGradient, from: .result)
  /// `y = x²`, `dx = 2 x dy`.
  static let square = Activation("square", functionSquare, functionSquareGradient, from: .input)
  /// `y = 1 / x`, `dx = −dy y²`.
  static let reciprocal = Activation(
    "reciprocal", functionReciprocal, functionReciprocalGradient, from: .result)
  /// `y = |x|`, `dx = dy sign x`, 0 where x is 0.
  static let magnitude = Activation(
    "abs", functionMagnitude, functionMagnitudeGradient, from: .input)

  /// `y = max(x, bound)`, `dx = dy` where `x ≥ bound`, else 0.
  static func atLeast(_ bound: Float) -> Activation {
    Activation(
      "clamp", functionAtLeast, functionAtLeastGradient, from: .input, parameter: bound)
  }
  /// `y = min(x, bound)`, `dx = dy` where `x ≤ bound`, else 0.
  static func atMost(_ bound: Float) -> Activation {
    Activation("clamp", functionAtMost, functionAtMostGradient, from: .input, parameter: bound)
  }

  /// `y = c x`.
  static func scaled(by factor: Float) -> Activation {
    Activation("scale", functionScale, functionScale, from: .nothing, parameter: factor)
  }
  /// `y = x / c`.
  static func divided(by divisor: Float) -> Activation {
    Activation("divide", functionQuotient, functionQuotient, from: .nothing, parameter: divisor)
  }
  /// `y = x + c`.
  static func shifted(by constant: Float) -> Activation {
    Activation("shift", functionShift, functionNone, from: .nothing, parameter: constant)
  }
}

extension Graph {
  /// A function of one element in a gradient rule.
  mutating func insert(_ function: Activation, _ x: Value) -> Value {
    insert(ActivationOperation(function), [x], shape(x))
  }
}
