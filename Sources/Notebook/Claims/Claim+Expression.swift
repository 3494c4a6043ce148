extension Claim {
  /// A number that is calculated from metrics.
  public indirect enum Expression: Sendable, Equatable {
    /// A number; `97%` is 0.97.
    case number(Double)
    /// What was measured.
    case metric(Metric)
    /// `-a`
    case negative(Expression)
    /// `a + b`
    case operation(Expression, Operator, Expression)
    /// `max(a, b)`; as many arguments as the function takes.
    case call(Function, [Expression])
  }

  /// What joins two numbers.
  public enum Operator: String, Sendable, CaseIterable {
    /// The sum.
    case plus = "+"
    /// The difference.
    case minus = "-"
    /// The product.
    case times = "*"
    /// The quotient; by zero it is infinite, or NaN for `0 / 0`.
    case over = "/"
  }

  /// What a claim may calculate beside that.
  public enum Function: String, Sendable, CaseIterable {
    /// The magnitude.
    case abs
    /// The least of two or more.
    case min
    /// The largest of two or more.
    case max
    /// The logarithm to base 10; NaN below zero.
    case log10
    /// The square root; NaN below zero.
    case sqrt
  }
}

extension Claim.Function {
  /// How many numbers it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .min, .max: 2...Int.max
    case .abs, .log10, .sqrt: 1...1
    }
  }
}

extension Claim.Expression {
  /// Whether it depends on what was measured.
  var namesMetric: Bool {
    switch self {
    case .number: false
    case .metric: true
    case .negative(let operand): operand.namesMetric
    case .operation(let left, _, let right): left.namesMetric || right.namesMetric
    case .call(_, let arguments): arguments.contains(where: \.namesMetric)
    }
  }

  /// Its value by IEEE arithmetic; NaN where there is none, and wherever a part of it is NaN.
  ///
  /// - Parameter measured: the value of a metric.
  func value(_ measured: (Claim.Metric) -> Double) -> Double {
    switch self {
    case .number(let number): number
    case .metric(let metric): measured(metric)
    case .negative(let operand): -operand.value(measured)
    case .operation(let left, let operation, let right):
      operation.value(left.value(measured), right.value(measured))
    case .call(let function, let arguments): function.value(arguments.map { $0.value(measured) })
    }
  }
}

extension Claim.Operator {
  fileprivate func value(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    }
  }
}

extension Claim.Function {
  fileprivate func value(_ arguments: [Double]) -> Double {
    // `Swift.min` ignores a NaN or not, depending on where it stands.
    guard let first = arguments.first, !arguments.contains(where: \.isNaN) else { return .nan }
    return switch self {
    case .abs: first.magnitude
    case .min: arguments.reduce(first, Swift.min)
    case .max: arguments.reduce(first, Swift.max)
    case .log10: decimalLogarithm(first)
    case .sqrt: first.squareRoot()
    }
  }
}
