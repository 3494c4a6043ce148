/// The parameters of a graph, their gradients and the optimizer's moments: one block of each.
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
  let moments: Memory
  let width: Int

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
    moments = Memory(count: 2 * end * width, cleared: true)
  }

  /// Where a parameter lies, `[shape.count]`; of machines that compute in Float.
  public func values(_ parameter: Int) -> Buffer { values.floats + offsets[parameter] * width }

  /// Where its gradient lies after a run.
  public func gradients(_ parameter: Int) -> Buffer {
    gradients.floats + offsets[parameter] * width
  }

  /// Forgets what the optimizer has learnt about the past.
  public func clearMoments() { moments.floats.update(repeating: 0, count: moments.count) }

  /// The parameters with these numbers, for one optimizer: a block for each run of neighbours.
  func blocks(_ parameters: [Int]) -> [ParameterBlock] {
    var runs: [Range<Int>] = []
    for index in parameters.sorted() {
      let elements = offsets[index]..<offsets[index] + sizes[index]
      if let last = runs.last, last.upperBound == elements.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<elements.upperBound
      } else {
        runs.append(elements)
      }
    }
    return runs.map { run in
      ParameterBlock(
        values: values.floats + run.lowerBound * width,
        gradients: gradients.floats + run.lowerBound * width,
        moments: moments.floats + 2 * run.lowerBound * width, count: run.count)
    }
  }
}

/// A run of parameters, with their gradients and moments.
public struct ParameterBlock {
  /// The numbers that are learnt, `[count]`.
  public let values: Buffer
  /// The gradient of the loss for each of them, `[count]`.
  public let gradients: Buffer
  /// What the optimizer keeps, `[2, count]`.
  public let moments: Buffer
  /// How many there are.
  public let count: Int
}
