public import Kernels

/// A rule that turns gradients into new parameters: one pass over all of them.
///
/// Formulas and defaults are PyTorch's; the learning rate comes with each run of a program. In all
/// formulas `h = g + weightDecay · p` is the gradient with L2 decay, t the number of the update.
public protocol Optimizer: AnyObject, Sendable {
  /// What options and reports call it.
  var name: Name { get }

  /// Numbers that are remembered of each parameter, all 0 before the first update.
  var momentCount: Int { get }

  /// The steps of an update.
  func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step]

  /// The numbers of one update, the first being number 1.
  ///
  /// - Parameter momentum: what takes the place of the rule's own momentum or β1, if a schedule
  ///   changes it.
  func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update
}

extension Optimizer {
  /// The same with the rule's own momentum.
  public func update(number: UInt64, learningRate: Float) -> Update {
    update(number: number, learningRate: learningRate, momentum: nil)
  }
}

/// The numbers of one update that are the same for all parameters.
public struct Update: Equatable, Sendable {
  /// The size of the update, as a schedule gave it; decay apart from the gradient depends on it.
  public var learningRate: Float
  /// What the direction is multiplied with.
  public var rate: Float
  /// SGD: the weight of the gradient in the velocity. Adam: of the root of the second moment.
  public var factor: Float = 1
  /// How much of the velocity, or of the first moment, is kept.
  public var momentum: Float = 0
  /// The weight of the gradient in the first moment.
  public var rest: Float = 0
  /// NAdam: what the first moment is multiplied with, when `rate` is the gradient's.
  public var ahead: Float = 0

  func write(to context: UnsafeMutablePointer<Context>) {
    context.pointee.learningRate = learningRate
    context.pointee.rate = rate
    context.pointee.factor = factor
    context.pointee.momentum = momentum
    context.pointee.rest = rest
    context.pointee.ahead = ahead
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

  /// The step of an update.
  ///
  /// - Parameters:
  ///   - weightDecay: how much of the parameter is added to its gradient.
  ///   - decoupledDecay: how much of it is taken away, times the learning rate.
  func update(
    _ run: @escaping Kernel, weightDecay: Double, decoupledDecay: Double = 0
  ) -> Step {
    var step = step(run)
    step.s0 = settings.decay.map { Float(weightDecay + $0.l2) } ?? 0
    step.s1 = settings.rateFactor
    step.s2 = settings.decay.map { Float(decoupledDecay + $0.decoupled) } ?? 0
    return step
  }
}
