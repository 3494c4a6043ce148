public import Kernels

/// A rule that turns gradients into new parameters: one pass over all of them.
///
/// Formulas and defaults are PyTorch's; the learning rate comes with each run of a program.
public protocol Optimizer: AnyObject, Sendable {
  /// What options and reports call it.
  var name: Name { get }

  /// The steps of an update.
  func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step]

  /// The numbers of one update, the first being number 1.
  func update(number: UInt64, learningRate: Float) -> Update
}

/// The numbers of one update that are the same for all parameters.
public struct Update: Equatable, Sendable {
  /// What the direction is multiplied with.
  public var rate: Float
  /// SGD: the weight of the gradient in the velocity. Adam: of the root of the second moment.
  public var factor: Float = 1
  /// What the parameters are multiplied with first.
  public var decay: Float = 1

  func write(to context: UnsafeMutablePointer<Context>) {
    context.pointee.rate = rate
    context.pointee.factor = factor
    context.pointee.decay = decay
  }
}

extension ParameterBlock {
  /// A step over all parameters of the block.
  func step(_ run: @escaping Kernel) -> Step {
    var step = Step()
    step.run = run
    step.out = values
    step.extra = moments
    step.a = UnsafePointer(gradients)
    step.rows = Int32(count)
    step.columns = 1
    step.units = Int32(unitsOfElements(count))
    step.node = -1
    return step
  }
}
