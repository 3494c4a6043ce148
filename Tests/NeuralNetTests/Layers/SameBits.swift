import Testing

@testable import NeuralNet

/// Trains a model on random numbers with every instance of the kernels, the plain ones, one and two
/// threads, with and without sharing of memory, and expects the same bits of all.
///
/// - Parameters:
///   - input: with the batch as its first axis.
///   - classes: how many token numbers the input is made of; nil for real numbers.
func expectSameBits(
  _ layers: [Layer], input shape: Shape, classes: Int? = nil, steps: Int = 3,
  optimizer: any Optimizer = Adam(), sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var graph = Graph()
  let x = try graph.input(shape), y = try #require(try graph.apply(layers, to: x).last)
  let target = try graph.input(graph.shape(y))
  let loss = try Loss.mse.add(to: &graph, y, target)
  let gradients = graph.differentiateParameters(loss)

  func digest(_ machine: Machine, sharing: Bool) -> [UInt32] {
    let store = ParameterStore(graph, machine: machine)
    for (i, info) in graph.parameterInfo.enumerated() {
      Initializer.pytorchDefault.fill(
        parameter: info, values: store.values(i), seed: 7, index: i)
    }
    let program = Program(
      graph, keep: [loss, y], parameters: store, gradients: gradients, update: optimizer,
      sharing: sharing, machine: machine)
    program.learningRate = 0.01
    var numbers = TestNumbers(3)
    var seen: [Float] = []
    for _ in 0..<steps {
      program.write(
        x,
        (0..<shape.count).map { _ in
          classes.map { Float(numbers.below($0)) } ?? numbers.number()
        })
      program.write(target, numbers.numbers(graph.shape(y).count))
      program.run()
      seen += program.read(loss) + program.read(y)
    }
    return bits(seen + (0..<store.count).map { store.values.floats[$0] })
  }

  let expected = digest(Machine(kernels: .plain), sharing: false)
  #expect(
    expected.allSatisfy { Float(bitPattern: $0).isFinite }, "finite", sourceLocation: sourceLocation
  )
  for choice in KernelChoice.all + [.plain] {
    for (threads, sharing) in [(1, true), (1, false), (2, true)] {
      let found = digest(Machine(kernels: choice, threads: threads), sharing: sharing)
      #expect(
        found == expected,
        "\(String(decoding: choice.name, as: UTF8.self)), \(threads) threads, sharing \(sharing)",
        sourceLocation: sourceLocation)
    }
  }
}
