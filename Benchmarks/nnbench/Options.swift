import NeuralNet

/// What the command line asks for.
struct Options {
  private var names: [String] = []
  private(set) var rounds = 15
  private(set) var kernels: [KernelChoice] = [.best]

  init(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--rounds": rounds = rest.next().flatMap { Int($0) }.map { max($0, 1) } ?? rounds
      case "--kernels": kernels = Options.kernels(named: rest.next() ?? "")
      default: names.append(argument)
      }
    }
  }

  func runs(_ workload: Workload) -> Bool { names.isEmpty || names.contains(workload.name) }

  private static func kernels(named name: String) -> [KernelChoice] {
    name == "all" ? KernelChoice.all : KernelChoice.all.filter { $0.label == name }
  }
}

extension KernelChoice {
  /// The name as text.
  var label: String { String(decoding: name, as: UTF8.self) }
}
