import NeuralNet

/// A network in training whose steps are timed.
struct Workload {
  let name: String
  var threads = 1
  let layers: [Layer]
  let inputs: Int
  let batch: Int
  let loss: Loss
  let optimizer: any Optimizer
  let learningRate: Float
  /// Steps in one round.
  let steps: Int

  /// The measured networks: a toy with the full batch, with small batches, and one for digits.
  static let all = [
    toy("W1", batch: 200, steps: 1000),
    toy("W2", batch: 10, steps: 10_000),
    digits(threads: 1),
    digits(threads: 2),
  ]

  private static func toy(_ name: String, batch: Int, steps: Int) -> Workload {
    Workload(
      name: name, layers: [.dense(16), .tanh, .dense(16), .tanh, .dense(1)], inputs: 2,
      batch: batch, loss: .bce, optimizer: SGD(momentum: 0.9), learningRate: 0.1, steps: steps)
  }

  private static func digits(threads: Int) -> Workload {
    Workload(
      name: "W4", threads: threads, layers: [.dense(256), .relu, .dense(128), .relu, .dense(10)],
      inputs: 784, batch: 64, loss: .crossEntropy, optimizer: Adam(), learningRate: 0.001,
      steps: 50)
  }
}

extension Workload {
  /// Microseconds a step: the median of the rounds and the best.
  func measure(
    on kernels: KernelChoice, rounds: Int
  ) throws(ShapeError) -> (median: Double, best: Double) {
    let program = try makeProgram(Machine(kernels: kernels, threads: threads))
    var times: [Double] = []
    for _ in 0..<rounds {
      let duration = ContinuousClock().measure { for _ in 0..<steps { program.run() } }
      let seconds = Double(duration.components.seconds)
      let attoseconds = Double(duration.components.attoseconds)
      times.append((seconds * 1e6 + attoseconds * 1e-12) / Double(steps))
    }
    times.sort()
    return (rounded(times[times.count / 2]), rounded(times[0]))
  }

  private func makeProgram(_ machine: Machine) throws(ShapeError) -> Program {
    var graph = Graph()
    let x = try graph.input(Shape(batch, inputs))
    let results = try graph.apply(layers, to: x)
    let prediction = results[results.count - 1], outputs = graph.shape(prediction).columns
    let target = try graph.input(loss.takesClasses ? Shape(batch) : graph.shape(prediction))
    let value = try loss.add(to: &graph, prediction, target)
    let gradients = graph.differentiate(value, for: graph.parameters)
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [value], parameters: store, gradients: gradients, update: optimizer,
      machine: machine)
    program.learningRate = learningRate
    var random = RandomStream(seed: 1, stream: .data)
    for i in 0..<store.count { store.values(0)[i] = (random.nextUnit() - 0.5) / 10 }
    program.write(x, (0..<batch * inputs).map { _ in random.nextUnit() })
    program.write(
      target, (0..<batch).map { _ in Float(random.nextBelow(loss.takesClasses ? outputs : 2)) })
    return program
  }

  private func rounded(_ microseconds: Double) -> Double {
    (microseconds * 1000).rounded(.toNearestOrEven) / 1000
  }
}
