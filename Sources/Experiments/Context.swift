public import NeuralNet

/// What an experiment gets from outside: the host and the page each fill it in their way.
public struct Context: Sendable {
  /// The notebook's seed, for blocks without one of their own.
  public var seed: UInt64
  /// How many threads may work; results do not depend on it.
  public var threads: Int
  /// Which kernels compute; results do not depend on it.
  public var kernels: KernelChoice
  /// The data of an external source, when the options name one.
  public var data: SplitData?
  /// Called with the share of the work done, 0 to 1.
  public var progress: @Sendable (Double) -> Void
  /// Whether the run shall stop early; the result is then discarded.
  public var isCancelled: @Sendable () -> Bool

  /// A context.
  public init(
    seed: UInt64 = 1, threads: Int = 1, kernels: KernelChoice = .best, data: SplitData? = nil,
    progress: @escaping @Sendable (Double) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seed = seed
    self.threads = threads
    self.kernels = kernels
    self.data = data
    self.progress = progress
    self.isCancelled = isCancelled
  }
}

extension Context {
  /// The seed of a block: its own, or the notebook's.
  func seed(_ options: Options) -> UInt64 {
    options.seed ?? seed
  }

  /// The kernels and threads for one network.
  func machine(threads: Int? = nil) -> Machine {
    Machine(kernels: kernels, threads: threads ?? self.threads)
  }
}
