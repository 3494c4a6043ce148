import Kernels

/// What training makes small: a plain value that can be printed and compared.
///
///     Loss.crossEntropy(labelSmoothing: 0.1).reduced(to: .sum)
///
/// Those of classes take logits: no sigmoid and no softmax before them. Formulas and the meaning of
/// reductions are PyTorch's.
public struct Loss: Equatable, Sendable {
  /// What becomes of the losses of the elements, or of the rows if targets are classes.
  public enum Reduction: Equatable, Sendable {
    /// Their mean; for cross-entropy, divided by the weights of the classes rather than their number.
    case mean
    /// Their sum.
    case sum
    /// Nothing: the result has the shape of the targets.
    case none
  }

  /// What options and reports call it.
  public let name: Name
  /// Its constant: the delta of Huber's, the beta of smooth L1, a margin; 0 if it has none.
  public let parameter: Float
  /// Whether targets are numbers of classes, one for each row.
  public let takesClasses: Bool
  /// What becomes of the losses; default their mean.
  public private(set) var reduction = Reduction.mean
  /// The weights of the classes, or of the columns; empty if all are 1.
  public internal(set) var weights: [Float] = []
  /// What targets that are 1 count for, by column; empty if all are 1.
  public internal(set) var positiveWeights: [Float] = []
  /// How much of a row's target is spread evenly over all classes; default 0.
  public internal(set) var labelSmoothing: Float = 0
  /// The class of rows that do not count; default -100.
  public internal(set) var ignoredClass: Int? = -100
  private let needsPositiveParameter: Bool
  let kernel: @Sendable (KernelTable) -> Kernel

  init(
    _ name: Name, parameter: Float = 0, needsPositiveParameter: Bool = false,
    takesClasses: Bool = false, kernel: @escaping @Sendable (KernelTable) -> Kernel
  ) {
    self.name = name
    self.parameter = parameter
    self.needsPositiveParameter = needsPositiveParameter
    self.takesClasses = takesClasses
    self.kernel = kernel
  }

  /// The same loss with another reduction.
  public func reduced(to reduction: Reduction) -> Loss {
    var loss = self
    loss.reduction = reduction
    return loss
  }

  /// Whether both are the same loss with the same constants.
  public static func == (a: Loss, b: Loss) -> Bool {
    a.name == b.name && a.parameter == b.parameter && a.reduction == b.reduction
      && a.weights == b.weights && a.positiveWeights == b.positiveWeights
      && a.labelSmoothing == b.labelSmoothing && a.ignoredClass == b.ignoredClass
  }

  /// Adds the loss of `prediction` against `target` to a graph.
  ///
  /// - Shapes: prediction `[rows, outputs]` with any number of leading axes; target the same, or
  ///   class numbers `[rows]`; result one number, or without reduction that of the target.
  /// - Throws: `ShapeError` if they do not fit, for as many weights as there are no columns, and for
  ///   constants out of range.
  public func add(
    to graph: inout Graph, _ prediction: Value, _ target: Value
  ) throws(ShapeError) -> Value {
    guard parameter.isFinite, parameter > 0 || !needsPositiveParameter else {
      throw .outOfRange(operation: name, value: parameter)
    }
    guard labelSmoothing >= 0, labelSmoothing <= 1 else {
      throw .outOfRange(operation: name, value: labelSmoothing)
    }
    let columns = graph.shape(prediction).columns
    for list in [weights, positiveWeights] where !list.isEmpty {
      guard list.count == columns else {
        throw .mismatch(operation: name, expected: Shape(columns), found: Shape(list.count))
      }
      if let wrong = list.first(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .outOfRange(operation: name, value: wrong)
      }
    }
    return try graph.add(LossOperation(self), [prediction, target])
  }
}
