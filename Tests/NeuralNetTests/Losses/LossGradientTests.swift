import Testing

@testable import NeuralNet

/// Every loss, reduction and option against central differences in Float64 over random shapes.
///
/// Predictions lie in [-2, 2) and targets in [-1, 1), or on classes; a kink within 1e-5 of a number
/// would be seen, and these seeds have none.
struct LossGradientTests {
  static let reductions: [Loss.Reduction] = [.mean, .sum, .none]

  /// The largest error of the gradient; without reduction, of the sum of the losses times random
  /// numbers.
  private func worst(
    _ loss: Loss, _ prediction: Shape, targets: [Float], seed: Int
  ) throws -> Double {
    var numbers = TestNumbers(seed), graph = Graph()
    let y = try graph.parameter(prediction)
    let t = try graph.input(loss.takesClasses ? prediction.withoutColumns : prediction)
    var value = try loss.add(to: &graph, y, t), weights: Value?
    if loss.reduction == .none {
      let factors = try graph.input(graph.shape(value))
      value = try graph.add(sum(Formula(value) * Formula(factors)))
      weights = factors
    }
    let gradients = graph.differentiate(value, for: [y]), machine = Machine(kernels: .float64)
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [value], parameters: store, gradients: gradients, machine: machine)
    program.write(t, targets)
    if let weights { program.write(weights, numbers.numbers(graph.shape(weights).count)) }
    let values = UnsafeMutableRawPointer(store.values(0)).assumingMemoryBound(to: Double.self)
    let slopes = UnsafeMutableRawPointer(store.gradients(0)).assumingMemoryBound(to: Double.self)
    for i in 0..<store.count { values[i] = Double(numbers.number()) * 2 }
    program.runGradients()
    let analytic = (0..<store.count).map { slopes[$0] }
    func total(_ i: Int, _ step: Double) -> Double {
      let old = values[i]
      values[i] = old + step
      defer { values[i] = old }
      program.runGradients()
      return program.readDoubles(value)[0]
    }
    var worst = 0.0
    for i in 0..<store.count {
      let numeric: Double = (total(i, 1e-5) - total(i, -1e-5)) / 2e-5
      worst = max(worst, (numeric - analytic[i]).magnitude / max(1, analytic[i].magnitude))
    }
    return worst
  }

  @Test("the gradient of each loss of elements")
  func elements() throws {
    for seed in 0..<6 {
      var numbers = TestNumbers(seed)
      let rows = 1 + numbers.below(5), columns = 1 + numbers.below(20)
      let weights = (0..<columns).map { _ in numbers.number() + 1.5 }
      let losses: [Loss] = [
        .mse, .mae, .huber(delta: 0.8), .smoothL1(beta: 0.6), .bce, .bce(weights: weights),
        .bce(positiveWeights: weights), .bce(weights: weights, positiveWeights: weights.reversed()),
        .hinge(), .hinge(margin: 0.3),
      ]
      for loss in losses {
        for reduction in Self.reductions {
          let targets = numbers.numbers(rows * columns)
          let error = try worst(
            loss.reduced(to: reduction), Shape(rows, columns), targets: targets, seed: seed)
          #expect(error < 1e-8, "\(loss.name.text) \(reduction), seed \(seed)")
        }
      }
    }
  }

  @Test("the gradient of each loss of classes, on rows and on sequences")
  func classes() throws {
    for seed in 0..<6 {
      var numbers = TestNumbers(seed)
      let classes = 1 + numbers.below(20), rows = 1 + numbers.below(4)
      let weights = (0..<classes).map { _ in numbers.number() + 1.5 }
      let losses: [Loss] = [
        .crossEntropy, .crossEntropy(classWeights: weights), .crossEntropy(labelSmoothing: 0.2),
        .crossEntropy(classWeights: weights, labelSmoothing: 0.4, ignoring: 0),
        .multiClassHinge(), .multiClassHinge(margin: 0.4, classWeights: weights),
      ]
      for loss in losses {
        for reduction in Self.reductions {
          var targets = (0..<3 * rows).map { _ in Float(numbers.below(classes)) }
          if loss.name == Loss.crossEntropy.name {
            targets[0] = -100
            targets[1] = Float(classes - 1)
          }
          guard loss.ignoredClass != 0 || classes > 1 else { continue }
          if loss.ignoredClass == 0 { targets[0] = 0 }
          let error = try worst(
            loss.reduced(to: reduction), Shape(rows, 3, classes), targets: targets, seed: seed)
          #expect(error < 1e-8, "\(loss.name.text) \(reduction), seed \(seed)")
        }
      }
    }
  }
}
