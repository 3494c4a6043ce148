import Kernels

/// What training makes small: a plain value that can be printed and compared.
///
/// All are means over the batch with PyTorch's meaning of `reduction="mean"`. Those of classes take
/// logits: no sigmoid and no softmax before them.
public struct Loss: Equatable, Sendable {
  /// What options and reports call it.
  public let name: Name
  /// Its constant: the delta of Huber's; 0 if it has none.
  public let parameter: Float
  /// Whether targets are numbers of classes, one for each row.
  public let takesClasses: Bool
  let kernel: @Sendable (KernelTable) -> Kernel

  init(
    _ name: Name, parameter: Float = 0, takesClasses: Bool = false,
    kernel: @escaping @Sendable (KernelTable) -> Kernel
  ) {
    self.name = name
    self.parameter = parameter
    self.takesClasses = takesClasses
    self.kernel = kernel
  }

  /// Whether both are the same loss with the same constant.
  public static func == (a: Loss, b: Loss) -> Bool {
    a.name == b.name && a.parameter == b.parameter
  }

  /// Adds the loss of `prediction` against `target` to a graph.
  ///
  /// - Shapes: prediction `[batch, outputs]`; target the same, or `[batch]` class numbers; result one
  ///   number.
  /// - Throws: `ShapeError` if they do not fit, or for a Huber delta that is not positive.
  public func add(
    to graph: inout Graph, _ prediction: Value, _ target: Value
  ) throws(ShapeError) -> Value {
    guard parameter.isFinite, parameter > 0 || name != Loss.huber().name else {
      throw .outOfRange(operation: name, value: parameter)
    }
    return try graph.add(LossOperation(self), [prediction, target])
  }
}

/// A mean loss; part 1 is its gradient for the prediction, made in the same pass.
final class LossOperation: Operation {
  let loss: Loss
  init(_ loss: Loss) { self.loss = loss }
  var name: Name { loss.name }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let prediction = inputs[0], target = inputs[1]
    let count = loss.takesClasses ? prediction.rows : prediction.count
    guard target.count == count, target[0] == prediction[0] else {
      let expected = loss.takesClasses ? Shape(prediction.rows) : prediction
      throw .mismatch(operation: name, expected: expected, found: target)
    }
    // A row of exponentials must find room when nobody asks for the gradient.
    guard prediction.columns <= Int(SCRATCH_COUNT) else {
      throw .invalid(operation: name, prediction)
    }
    return .scalar
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] { [inputs[0]] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.loss(loss.kernel(site.kernels))
    step.s0 = loss.parameter
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let unit = Value(index: y.index, part: 1)
    if graph[dy].operation === Fill.one { return [unit] }
    return [graph.insert(Scale.shared, [unit, dy], graph.shape(unit))]
  }
}

/// The losses, one element at a time: the oracle of the kernels.
enum LossFormulas<T: Scalar> {
  typealias Pair = (loss: T, gradient: T)
}
