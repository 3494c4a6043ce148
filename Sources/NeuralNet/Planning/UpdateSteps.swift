import Kernels

/// The steps between gradients and new parameters, over blocks of parameters that are updated alike.
struct UpdateSteps {
  let optimizer: any Optimizer
  let options: UpdateOptions
  let blocks: [ParameterBlock]
  let kernels: KernelTable
  let store: ParameterStore
  /// Sums of squares, one for each unit of each block.
  let partials: Memory

  init(
    _ optimizer: any Optimizer, _ options: UpdateOptions, _ graph: Graph, parameters: [Int],
    _ store: ParameterStore, _ machine: Machine
  ) {
    self.optimizer = optimizer
    self.options = options
    self.store = store
    kernels = machine.kernels
    blocks = store.blocks(parameters, momentCount: optimizer.momentCount) {
      options.settings(graph.parameterInfo[$0])
    }
    if options.accumulation > 1 { store.reserveSums() }
    if options.averaging != nil { store.reserveAverages() }
    partials = Memory(count: blocks.reduce(0) { $0 + $1.partialCount } * machine.width)
  }

  /// What each part of an update does: it looks for numbers that are not finite.
  var checks: [Step] { blocks.map { $0.step(kernels.checkFinite) } }

  /// Adds the gradients of a part to those of the parts before.
  var sums: [Step] {
    guard options.accumulation > 1, let sums = store.sums else { return [] }
    return blocks.map { block in
      var step = block.step(kernels.gatherGradients)
      step.out = sums.floats + block.start(store)
      step.extra = block.gradients
      return step
    }
  }

  /// What the last part does besides.
  var updates: [Step] {
    l1Gradients + clipping + blocks.flatMap { optimizer.steps($0, kernels) } + proximal + averages
  }

  private var l1Gradients: [Step] {
    blocks.filter { ($0.settings.decay?.l1 ?? 0) != 0 }.map { block in
      var step = block.gradientStep(kernels.addSign)
      step.b = UnsafePointer(block.values)
      step.s0 = Float(block.settings.decay?.l1 ?? 0)
      return step
    }
  }

  private var proximal: [Step] {
    blocks.filter { ($0.settings.decay?.proximalL1 ?? 0) != 0 }.map { block in
      var step = block.step(kernels.shrink)
      step.s0 = Float(block.settings.decay?.proximalL1 ?? 0)
      step.s1 = block.settings.rateFactor
      return step
    }
  }

  private var averages: [Step] {
    guard options.averaging != nil, let averages = store.averages else { return [] }
    return blocks.map { block in
      var step = block.step(kernels.average)
      step.out = averages.floats + block.start(store)
      step.a = UnsafePointer(block.values)
      return step
    }
  }
}

// MARK: - Clipping

extension UpdateSteps {
  private var clipping: [Step] {
    switch options.clipping {
    case nil: return []
    case .value(let limit):
      return blocks.map { block in
        var step = block.gradientStep(kernels.clipValues)
        step.s0 = limit
        return step
      }
    case .norm(let limit): return squares + [factor(limit)] + scalings
    }
  }

  private var squares: [Step] {
    var next = partials.floats
    return blocks.map { block in
      var step = block.step(kernels.sumSquares)
      step.out = next
      next += block.partialCount * store.width
      return step
    }
  }

  private func factor(_ limit: Float) -> Step {
    var step = Step()
    step.run = kernels.clipFactor
    step.a = UnsafePointer(partials.floats)
    step.out = store.clipping.floats
    step.rows = Int32(partials.count / store.width)
    step.columns = 1
    step.units = 1
    step.node = -1
    step.s0 = limit
    return step
  }

  private var scalings: [Step] {
    blocks.map { block in
      var step = block.gradientStep(kernels.scale)
      step.b = UnsafePointer(store.clipping.floats + store.width)
      return step
    }
  }
}

extension ParameterBlock {
  /// Units of 1024 elements, whether or not they are a step's.
  fileprivate var partialCount: Int {
    (count + Int(ELEMENTS_PER_UNIT) - 1) / Int(ELEMENTS_PER_UNIT)
  }

  /// Where the block begins in memory for all parameters, in floats.
  fileprivate func start(_ store: ParameterStore) -> Int { elements.lowerBound * store.width }

  /// A step that changes the gradients.
  fileprivate func gradientStep(_ run: @escaping Kernel) -> Step {
    var step = step(run)
    step.out = gradients
    return step
  }
}
