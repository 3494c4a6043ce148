/// The parameters of a graph, their gradients and what optimizers remember of them.
///
/// One block means that an optimizer is one loop, and that a copy of all parameters is one too.
public final class ParameterStore {
  /// All numbers in all parameters.
  public let count: Int
  /// Where each parameter begins in the blocks, in elements.
  public let offsets: [Int]
  let sizes: [Int]
  let values: Memory
  let gradients: Memory
  /// What optimizers remember, for each run of parameters that one of them updates.
  private(set) var moments: [Moments] = []
  /// The gradients of the parts of an update so far; nil if updates have one part.
  private(set) var sums: Memory?
  /// A moving average of the parameters; nil if nobody asked for one.
  private(set) var averages: Memory?
  /// The norm of the gradients before clipping, and what they were multiplied with.
  let clipping: Memory
  let width: Int

  /// Memory of an optimizer.
  struct Moments {
    let elements: Range<Int>
    /// Numbers for each element.
    let count: Int
    let memory: Memory
  }

  /// Memory for the parameters of `graph`: all zeros.
  public init(_ graph: Graph, machine: Machine) {
    var offsets: [Int] = [], end = 0
    for info in graph.parameterInfo {
      offsets.append(end)
      end += info.shape.count
    }
    self.offsets = offsets
    sizes = graph.parameterInfo.map { $0.shape.count }
    count = end
    width = machine.width
    values = Memory(count: end * width, cleared: true)
    gradients = Memory(count: end * width, cleared: true)
    clipping = Memory(count: 2 * width, cleared: true)
  }

  /// Where a parameter lies, `[shape.count]`; of machines that compute in Float.
  public func values(_ parameter: Int) -> Buffer { values.floats + offsets[parameter] * width }

  /// Where its gradient lies after a run.
  public func gradients(_ parameter: Int) -> Buffer {
    gradients.floats + offsets[parameter] * width
  }

  /// Forgets what optimizers have learnt about the past.
  public func clearMoments() {
    for moment in moments {
      moment.memory.floats.update(repeating: 0, count: moment.memory.count)
    }
  }

  /// Makes room for the sums of gradients.
  func reserveSums() { if sums == nil { sums = Memory(count: count * width, cleared: true) } }

  /// Makes room for a moving average of the parameters.
  func reserveAverages() {
    if averages == nil { averages = Memory(count: count * width, cleared: true) }
  }

  /// Memory for `count` numbers of each of these elements; programs that update the same elements
  /// with as many numbers, as those of whole batches and of the last short one, have it in common.
  private func moments(_ elements: Range<Int>, count: Int) -> Memory {
    if let known = moments.first(where: { $0.elements == elements && $0.count == count }) {
      return known.memory
    }
    let memory = Memory(count: count * elements.count * width, cleared: true)
    moments.append(Moments(elements: elements, count: count, memory: memory))
    return memory
  }

  /// The parameters with these numbers, for one optimizer: a block for each run of neighbours that
  /// are updated alike.
  ///
  /// - Parameters:
  ///   - momentCount: numbers that are remembered of each element.
  ///   - settings: how each parameter, told by its number, is updated.
  func blocks(
    _ parameters: [Int], momentCount: Int = 0,
    settings: (Int) -> UpdateSettings = { _ in UpdateSettings() }
  ) -> [ParameterBlock] {
    var runs: [(elements: Range<Int>, settings: UpdateSettings)] = []
    for index in parameters.sorted() {
      let elements = offsets[index]..<offsets[index] + sizes[index], own = settings(index)
      if let last = runs.last, last.elements.upperBound == elements.lowerBound,
        last.settings == own
      {
        runs[runs.count - 1].elements = last.elements.lowerBound..<elements.upperBound
      } else {
        runs.append((elements, own))
      }
    }
    return runs.map { run in
      let start = run.elements.lowerBound * width
      return ParameterBlock(
        values: values.floats + start, gradients: gradients.floats + start,
        moments: moments(run.elements, count: momentCount).floats, count: run.elements.count,
        elements: run.elements, settings: run.settings)
    }
  }
}

/// A run of parameters, with their gradients and moments.
public struct ParameterBlock {
  /// The numbers that are learnt, `[count]`.
  public let values: Buffer
  /// The gradient of the loss for each of them, `[count]`.
  public let gradients: Buffer
  /// What the optimizer keeps, `[momentCount, count]`.
  public let moments: Buffer
  /// How many there are.
  public let count: Int
  /// Their numbers among all elements of the store.
  let elements: Range<Int>
  /// How they are updated, besides the optimizer's own constants.
  public let settings: UpdateSettings
}
