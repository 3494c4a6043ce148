import NeuralNet

/// A network in training whose steps are timed.
struct Workload: Sendable {
  let name: String
  let input: Shape
  /// Inputs are numbers of tokens below it; nil if they are numbers in [0, 1).
  var vocabulary: Int?
  let layers: [Layer]
  let loss: Loss
  let optimizer: any Optimizer
  let learningRate: Float
  /// Steps in one round.
  let steps: Int
  /// Members of a sweep, each a network of its own; 1 for a single network.
  var members = 1
}

extension Workload {
  /// A round's time, in microseconds a step.
  typealias Round = Double

  /// The times of `rounds` rounds after one that warms up.
  func measure(
    on kernels: KernelChoice, threads: Int, rounds: Int, steps: Int
  ) throws(ShapeError) -> [Round] {
    if members > 1 { return try sweep(kernels, threads: threads, rounds: rounds, steps: steps) }
    let training = try Training(self, Machine(kernels: kernels, threads: threads))
    training.run(steps)
    return (0..<rounds).map { _ in microseconds { training.run(steps) } / Double(steps) }
  }

  /// Members go to whichever thread is free; a step is one step of all of them.
  private func sweep(
    _ kernels: KernelChoice, threads: Int, rounds: Int, steps: Int
  ) throws(ShapeError) -> [Round] {
    var all: [Training] = []
    for member in 0..<members {
      all.append(try Training(self, Machine(kernels: kernels), seed: UInt64(member)))
    }
    let trainings = all
    let run = { parallelFor(count: trainings.count, threads: threads) { trainings[$0].run(steps) } }
    run()
    return (0..<rounds).map { _ in microseconds(run) / Double(steps) }
  }

  private func microseconds(_ body: () -> Void) -> Double {
    let duration = ContinuousClock().measure(body).components
    return Double(duration.seconds) * 1e6 + Double(duration.attoseconds) * 1e-12
  }
}
