import NeuralNet

/// How the time of a step and the memory of a network grow, one quantity doubling five times.
struct Growth: Sendable {
  let quantity: String
  let values: [Int]
  let workload: @Sendable (Int) -> Workload

  /// Each quantity of a perceptron by itself, the length a Transformer reads, members of a sweep.
  static let all = [
    Growth(quantity: "batch", values: doubled(32)) { perceptron(batch: $0) },
    Growth(quantity: "width", values: doubled(32)) { perceptron(width: $0) },
    Growth(quantity: "depth", values: doubled(1)) { perceptron(depth: $0) },
    Growth(quantity: "sequence length", values: doubled(16)) {
      .transformer(batch: 4, context: $0, depth: 1)
    },
    Growth(quantity: "sweep size", values: doubled(4)) { size in
      var workload = perceptron(batch: 200, width: 16)
      workload.members = size
      return workload
    },
  ]

  private static func doubled(_ first: Int) -> [Int] { (0...5).map { first << $0 } }

  private static func perceptron(batch: Int = 64, width: Int = 128, depth: Int = 2) -> Workload {
    Workload(
      name: "growth", input: Shape(batch, width),
      layers: (0..<depth).flatMap { _ in [.dense(width), .relu] as [Layer] } + [.dense(10)],
      loss: .crossEntropy, optimizer: Adam(), learningRate: 0.001, steps: 20)
  }

  /// Lines of `quantity value microseconds megabytes`, the best of the rounds on one thread.
  func report(rounds: Int) throws(ShapeError) {
    for value in values {
      let workload = workload(value)
      let times = try workload.measure(
        on: .best, threads: 1, rounds: rounds, steps: workload.steps)
      let memory = try Training(workload, .best()).megabytes * Double(workload.members)
      print(quantity, value, rounded(times.min() ?? .nan), rounded(memory), separator: "\t")
    }
  }
}

/// Three decimals.
func rounded(_ number: Double) -> Double { (number * 1000).rounded(.toNearestOrEven) / 1000 }
