import NeuralNet
import Plotting

/// A formula in x (and y) and in columns of a table: numbers, `+ - * / ^`, parentheses, `pi`, `e`
/// and functions.
struct Formula: Sendable {
  /// A function of one number.
  enum Function: Sendable {
    case sin, cos, exp, log, log10, sqrt, abs, tanh, sigmoid, erf, softplus, relu, step

    static let all: [(name: Name, function: Function)] = [
      ("sin", .sin), ("cos", .cos), ("exp", .exp), ("log", .log), ("log10", .log10),
      ("sqrt", .sqrt), ("abs", .abs), ("tanh", .tanh), ("sigmoid", .sigmoid), ("erf", .erf),
      ("softplus", .softplus), ("relu", .relu), ("step", .step),
    ]

    func callAsFunction(_ x: Double) -> Double {
      switch self {
      case .sin: Math.sin(x)
      case .cos: Math.cos(x)
      case .exp: Math.exp(x)
      case .log: Math.log(x)
      case .log10: Math.log(x) / 2.302_585_092_994_045_7
      case .sqrt: x.squareRoot()
      case .abs: x.magnitude
      case .tanh: Math.tanh(x)
      case .sigmoid: Math.sigmoid(x)
      case .erf: Math.erf(x)
      case .softplus: Math.softplus(x)
      case .relu: x > 0 ? x : 0
      case .step: x > 0 ? 1 : 0
      }
    }
  }

  /// A step of the evaluation, which works on a stack.
  enum Step: Sendable {
    case number(Double)
    case x, y
    /// A column, by its number among the known ones.
    case column(Int)
    case add, subtract, multiply, divide, power, negate
    case call(Function)
  }

  /// What is wrong with the text of a formula.
  struct Problem: Error {
    /// The word or character that was not expected.
    let found: Text
  }

  /// In the order of evaluation: operands before their operator.
  private(set) var steps: [Step] = []

  /// Reads a formula.
  ///
  /// - Parameter columns: the names that stand for columns, also those that would mean something
  ///   else.
  /// - Throws: `Problem` at the first thing that does not belong.
  init(_ text: Text, columns: [Text] = []) throws(Problem) {
    var parser = FormulaParser(text, columns: columns)
    steps = try parser.parse()
  }

  /// The numbers of a column as they are.
  init(column: Int) { steps = [.column(column)] }

  /// The columns that it needs, by their numbers.
  var columns: [Int] {
    var numbers: [Int] = []
    for step in steps {
      if case .column(let number) = step, !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  /// Whether the place matters to it.
  var usesX: Bool {
    steps.contains { step in
      if case .x = step { true } else { false }
    }
  }

  /// The value at a place; NaN where there is none.
  ///
  /// - Parameter cell: the number in a column, by the column's number.
  func callAsFunction(
    _ x: Double, _ y: Double = .nan, cell: (_ column: Int) -> Double = { _ in .nan }
  ) -> Double {
    var stack: [Double] = []
    for step in steps {
      switch step {
      case .number(let number): stack.append(number)
      case .x: stack.append(x)
      case .y: stack.append(y)
      case .column(let number): stack.append(cell(number))
      case .negate: stack.append(-stack.removeLast())
      case .call(let function): stack.append(function(stack.removeLast()))
      case .add, .subtract, .multiply, .divide, .power:
        let right = stack.removeLast()
        stack.append(step.combined(stack.removeLast(), right))
      }
    }
    return stack.last ?? .nan
  }
}

extension Formula.Step {
  /// What an operator makes of two numbers.
  func combined(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    default: Self.power(left, right)
    }
  }

  /// Whole powers by multiplication, so that negative bases have them too.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent == exponent.rounded(.towardZero), exponent.magnitude <= 64 else {
      return Math.pow(base, exponent)
    }
    var power = 1.0
    for _ in 0..<Int(exponent.magnitude) { power *= base }
    return exponent < 0 ? 1 / power : power
  }
}
