import Kernels

/// The steps of one graph in one mode over one block of memory.
///
/// Made once for a model, batch size and mode; a run then allocates nothing and looks nothing up.
/// Several programs may share a `ParameterStore`, as one for training and one for evaluation do.
public final class Program {
  // What each run reads is not watched for accesses that overlap: a program belongs to one thread at
  // a time, and watching takes as long as a small step.

  /// The size of an update, as in `p ← p − rate · gradient`; default 0.
  @exclusivity(unchecked) public var learningRate: Float = 0
  /// The updates done so far; the next one is number `stepNumber + 1`. Adam's corrections need it.
  @exclusivity(unchecked) public var stepNumber: UInt64 = 0
  /// What random numbers depend on, besides the number of the update; default 0.
  @exclusivity(unchecked) public var seed: UInt64 = 0

  /// What takes the place of the optimizer's momentum or β1; default its own.
  @exclusivity(unchecked) public var momentum: Double?
  /// The part of an update that the next run is, from 0, and how many parts the update has; a replay
  /// of a run has the same.
  @exclusivity(unchecked) var part = 0
  @exclusivity(unchecked) var parts = 1
  @exclusivity(unchecked) var options: UpdateOptions

  let plan: Plan
  let machine: Machine
  let store: ParameterStore
  private let arena: Memory
  private let partials: Memory?
  private let optimizer: (any Optimizer)?
  var addresses: [Buffer?]
  /// The steps up to the gradients, those of each part of an update, and all.
  let gradientSteps: Int
  private let partSteps: Int
  private let count: Int
  private let isSplit: Bool
  let inputPlaces: [InputPlace]
  let kept: [Value]
  let steps: UnsafeMutablePointer<Step>
  private let contexts: UnsafeMutablePointer<Context>
  private let nonFinite: UnsafeMutablePointer<Int32>

  /// Plans a program.
  ///
  /// - Parameters:
  ///   - keep: values to be read after a run. What is needed neither for them nor for the gradients
  ///     is not computed.
  ///   - parameters: where parameters and gradients lie; made from this graph, or one with the same
  ///     parameters.
  ///   - gradients: what `graph.differentiate` returned for the parameters of `group`.
  ///   - group: the numbers of those parameters; default all.
  ///   - update: how they change; nil if they do not.
  ///   - options: what surrounds the update.
  ///   - evaluating: whether operations behave as in evaluation (dropout does nothing).
  ///   - sharing: whether values may share memory and nodes steps. Off, every value of the graph
  ///     that a kept one needs can be read, with the same bits.
  ///   - machine: what it runs on.
  public init(
    _ graph: Graph, keep: [Value], parameters: ParameterStore, gradients: [Value?] = [],
    group: Range<Int>? = nil, update: (any Optimizer)? = nil,
    options: UpdateOptions = UpdateOptions(), evaluating: Bool = false, sharing: Bool = true,
    machine: Machine
  ) {
    let group = group ?? 0..<graph.parameters.count
    var graph = graph
    let outside = graph.place(gradients, from: group.lowerBound)
    let effects = update == nil || evaluating ? [] : graph.insertEffects()
    plan = Plan(
      graph, kept: keep + effects, outside: outside.map { $0.value }, evaluating: evaluating,
      sharing: sharing)
    arena = Memory(count: plan.arenaCount * machine.width)
    let linked = plan.link(arena.floats, parameters, outside, machine)
    addresses = linked.addresses
    gradientSteps =
      linked.steps.firstIndex { effects.contains(Value(index: Int($0.node))) }
      ?? linked.steps.count
    var list = linked.steps
    let updates = update.map {
      UpdateSteps($0, options, graph, parameters: outside.map { $0.parameter }, parameters, machine)
    }
    if let updates { list.insert(contentsOf: updates.checks, at: gradientSteps) }
    list += updates?.sums ?? []
    partSteps = list.count
    list += updates?.updates ?? []
    partials = updates?.partials
    inputPlaces = plan.inputPlaces(list, linked.addresses, width: machine.width)
    isSplit = list.contains { $0.units > 1 }
    count = list.count
    optimizer = update
    self.options = options
    kept = keep
    store = parameters
    self.machine = machine
    steps = .allocate(capacity: max(count, 1))
    steps.initialize(from: list, count: count)
    nonFinite = .allocate(capacity: 1)
    nonFinite.initialize(to: 0)
    contexts = Program.contexts(machine, nonFinite)
  }

  /// One context for each thread, with its scratch memory.
  private static func contexts(
    _ machine: Machine, _ nonFinite: UnsafeMutablePointer<Int32>
  ) -> UnsafeMutablePointer<Context> {
    let contexts = UnsafeMutablePointer<Context>.allocate(capacity: machine.threads)
    for thread in 0..<machine.threads {
      var context = Context()
      context.scratch = machine.scratch[thread].floats
      context.nonFinite = nonFinite
      (contexts + thread).initialize(to: context)
    }
    return contexts
  }

  /// The steps of one run.
  public var stepCount: Int { count }

  /// Elements of memory for values; parameters, gradients and moments come on top.
  public var memoryCount: Int { plan.arenaCount }

  /// Pairs of a multiplication and an addition in one run, forward and backward.
  public var multiplyAdds: Int {
    let graph = plan.graph
    return graph.nodes.indices.reduce(0) {
      $0 + (plan.isLive[$1] ? graph.multiplyAdds(of: graph.nodes[$1]) : 0)
    }
  }

  deinit {
    steps.deallocate()
    contexts.deallocate()
    nonFinite.deallocate()
  }

  /// Computes the kept values and the gradients, and updates the parameters.
  ///
  /// - Returns: false if a gradient was not finite; then no parameter was changed, and
  ///   `stepNumber` neither.
  @discardableResult
  public func run() -> Bool { run(part: 0, of: 1) }

  /// The same for the part that was set.
  func runPart() -> Bool { run(part: part, of: parts) }

  /// Computes the kept values and the gradients of a part of an update; the last one updates the
  /// parameters with the mean of all.
  ///
  /// - Precondition: several parts need a program with `accumulation` in its options.
  /// - Returns: false if a gradient was not finite; then no parameter was changed, and
  ///   `stepNumber` neither.
  @discardableResult
  public func run(part: Int, of parts: Int) -> Bool {
    precondition(parts == 1 || options.accumulation > 1, "the program has updates of one part")
    self.part = part
    self.parts = parts
    numberContexts()
    guard optimizer != nil else {
      run(0..<count)
      return true
    }
    prepare(parts)
    nonFinite.pointee = 0
    run(0..<(part + 1 < parts ? partSteps : count))
    guard nonFinite.pointee == 0 else { return false }
    if part + 1 == parts { stepNumber += 1 }
    return true
  }

  /// Writes the numbers of an update to where its steps find them.
  private func prepare(_ parts: Int) {
    guard
      let update = optimizer?.update(
        number: stepNumber + 1, learningRate: learningRate, momentum: momentum)
    else { return }
    let fresh = stepNumber == 0 ? 1 : 1 - (options.averaging ?? 0)
    for thread in 0..<machine.threads {
      update.write(to: contexts + thread)
      contexts[thread].fresh = Float(fresh)
      contexts[thread].part = Int32(part)
      contexts[thread].parts = Int32(parts)
    }
  }

  /// Computes the kept values and the gradients; parameters stay as they are.
  public func runGradients() {
    numberContexts()
    run(0..<gradientSteps)
  }

  /// Tells the steps which random numbers are theirs: the same for every replay of an update.
  func numberContexts() {
    for thread in 0..<machine.threads {
      contexts[thread].seed = seed
      contexts[thread].step = stepNumber * UInt64(options.accumulation) + UInt64(part) + 1
    }
  }

  /// The node that a step works for.
  func node(ofStep step: Int) -> Int { Int(steps[step].node) }

  func run(_ range: Range<Int>) {
    let context = UnsafePointer(contexts), first = UnsafePointer(steps) + range.lowerBound
    #if !arch(wasm32)
      if isSplit, let pool = machine.pool {
        pool_run_steps(pool, first, range.count, context)
        return
      }
    #endif
    let end = first + range.count
    var step = first
    while step < end {
      step.pointee.run(step, context, 0, Int(step.pointee.units))
      step += 1
    }
  }
}
