import Kernels

/// A loss; part 1 is its gradient for the prediction, made in the same pass, and part 2 memory for the
/// losses of elements or rows, if they are not summed at once.
final class LossOperation: Operation {
  let loss: Loss
  /// As the kernels read them; nil if all are 1.
  private let weights: Memory?

  init(_ loss: Loss) {
    self.loss = loss
    weights = LossOperation.weights(of: loss)
  }

  var name: Name { loss.name }
  var traits: Traits { Traits(workspace: 2) }

  private static func weights(of loss: Loss) -> Memory? {
    let count = max(loss.weights.count, loss.positiveWeights.count)
    guard count > 0 else { return nil }
    let ones = [Float](repeating: 1, count: count)
    let all = [loss.weights, loss.positiveWeights].flatMap { $0.isEmpty ? ones : $0 }
    let memory = Memory(count: all.count)
    for (i, weight) in all.enumerated() { memory.floats[i] = weight }
    return memory
  }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let prediction = inputs[0], target = inputs[1]
    let count = loss.takesClasses ? prediction.rows : prediction.count
    guard target.count == count, target[0] == prediction[0] || prediction.rank == 1 else {
      let expected = loss.takesClasses ? prediction.withoutColumns : prediction
      throw .mismatch(operation: name, expected: expected, found: target)
    }
    // A row of exponentials must find room when nobody asks for the gradient.
    guard prediction.columns <= Int(SCRATCH_COUNT) || !loss.takesClasses else {
      throw .invalid(operation: name, prediction)
    }
    return loss.reduction == .none ? target : .scalar
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] {
    let x = inputs[0]
    guard storesLosses(x) else { return [x] }
    return [x, Shape(loss.takesClasses ? x.rows + 1 : x.count)]
  }

  /// Whether losses are summed by a step of their own: where several units make them, or rows that do
  /// not follow the lanes of the sum.
  private func storesLosses(_ prediction: Shape) -> Bool {
    loss.reduction != .none && (prediction.count >= splitElements || isWeightedByColumn)
  }

  private var isWeightedByColumn: Bool { !loss.takesClasses && weights != nil }

  func emit(_ site: Site, into steps: inout [Step]) {
    let x = site.shapes[0]
    var step = site.step(loss.kernel(site.kernels), units: units(x))
    let hasRows = loss.takesClasses || isWeightedByColumn
    step.rows = Int32(hasRows ? x.rows : x.count)
    step.columns = Int32(hasRows ? x.columns : 1)
    step.s0 = loss.parameter
    step.loss = form(losses: storesLosses(x) ? site.extras[1] : nil, site.out)
    if let losses = step.loss.losses, storesLosses(x) {
      if isMeanOfWeights { steps.append(weighing(step, into: losses, site)) }
      steps.append(step)
      steps.append(summing(losses, site))
    } else {
      steps.append(step)
    }
  }

  private func form(losses: Buffer?, _ out: Buffer) -> LossForm {
    LossForm(
      losses: loss.reduction == .none ? out : losses,
      weights: weights.map { UnsafePointer($0.floats) },
      isMean: loss.reduction == .mean ? 1 : 0, smoothing: loss.labelSmoothing,
      ignored: loss.ignoredClass.map { Float($0) } ?? .nan)
  }

  private func units(_ x: Shape) -> Int {
    if loss.takesClasses || isWeightedByColumn && x.columns > 1 {
      return x.count < splitElements ? 1 : x.rows
    }
    return isWeightedByColumn ? 1 : unitsOfElements(x.count)
  }

  /// Whether the mean is not over a number of rows that is known before.
  private var isMeanOfWeights: Bool {
    loss.reduction == .mean && loss.name == Loss.crossEntropy.name
  }

  private func weighing(_ step: Step, into losses: Buffer, _ site: Site) -> Step {
    var weighing = step
    weighing.run = site.kernels.weighClasses
    weighing.out = losses
    weighing.units = 1
    return weighing
  }

  private func summing(_ losses: Buffer, _ site: Site) -> Step {
    let x = site.shapes[0], count = loss.takesClasses ? x.rows : x.count
    var step = site.step(site.kernels.sumLosses)
    step.a = UnsafePointer(losses)
    step.rows = Int32(count)
    step.s0 = isMeanOfWeights ? 0 : loss.reduction == .mean ? Float(count) : 1
    return step
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let unit = Value(index: y.index, part: 1), shape = graph.shape(unit)
    if graph[dy].operation === Fill.one { return [unit] }
    guard loss.reduction == .none else { return [graph.insert(Scale.shared, [unit, dy], shape)] }
    let each = loss.takesClasses ? shape.withColumns(1) : shape
    let share = graph.insert(Reshape(each), [dy], each)
    return [graph.insert(Multiply.shared, [unit, share], shape)]
  }
}

/// The losses, one element at a time: the oracle of the kernels.
enum LossFormulas<T: Scalar> {
  typealias Pair = (loss: T, gradient: T)
}
