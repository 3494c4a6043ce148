public import NeuralNet
public import Plotting

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
  /// The {train} blocks that the options name, in their order.
  public var runs: [FinishedRun] = []
  /// The tables that the options name.
  public var tables: [SourceTable] = []
  /// Runs independent parts of the work, each once, some of them at a time; nil for as many as there
  /// are `threads`.
  public var parallel: (@Sendable (_ count: Int, _ part: @Sendable (Int) -> Void) -> Void)?
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

/// A {train} block that has run: all that another block needs to make its network again.
public struct FinishedRun: Sendable {
  /// The block's label.
  public var label: Text
  /// Its options.
  public var options: Options
  /// Its seed and data.
  public var context: Context
  /// What training found.
  public var record: Record

  /// A block that has run.
  public init(label: Text, options: Options, context: Context, record: Record) {
    self.label = label
    self.options = options
    self.context = context
    self.record = record
  }
}

extension Context {
  /// The seed of a block: its own, or the notebook's.
  func seed(_ options: Options) -> UInt64 {
    options.seed ?? seed
  }

  /// Calls `part` once for each number below `count`, on several threads.
  func forEach(_ count: Int, _ part: @Sendable (Int) -> Void) {
    if let parallel {
      parallel(count, part)
    } else {
      parallelFor(count: count, threads: threads, part)
    }
  }

  /// The kernels and threads for one network.
  func machine(threads: Int? = nil) -> Machine {
    Machine(kernels: kernels, threads: threads ?? self.threads)
  }
}
