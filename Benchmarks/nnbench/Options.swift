import NeuralNet

/// What the command line asks for.
struct Options {
  private var names: [String] = []
  private(set) var rounds = 15
  private(set) var threads: [Int] = [1, 2]
  private(set) var kernels: [KernelChoice] = [.best]
  /// Steps in one round; nil for each workload's own number.
  private(set) var steps: Int?
  /// Whether to measure how time and memory grow, instead of the workloads.
  private(set) var measuresGrowth = false

  init(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "growth": measuresGrowth = true
      case "--rounds": rounds = Options.count(rest.next()) ?? rounds
      case "--steps": steps = Options.count(rest.next()) ?? steps
      case "--threads": threads = Options.count(rest.next()).map { [$0] } ?? threads
      case "--kernels": kernels = Options.kernels(named: rest.next() ?? "")
      default: names.append(argument)
      }
    }
  }

  func runs(_ name: String) -> Bool { names.isEmpty || names.contains(name) }

  private static func count(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { max($0, 1) }
  }

  private static func kernels(named name: String) -> [KernelChoice] {
    name == "all" ? KernelChoice.all : KernelChoice.all.filter { $0.label == name }
  }
}

extension KernelChoice {
  /// The name as text.
  var label: String { String(decoding: name, as: UTF8.self) }
}
