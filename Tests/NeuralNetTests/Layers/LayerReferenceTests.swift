import Testing

@testable import NeuralNet

/// Layers against PyTorch's: outputs within 1e-5, gradients within 1e-4, both relative to the largest
/// magnitude of the values compared.
struct LayerReferenceTests {
  /// The model of each case; a layer's own file of tests may hold some.
  static let models: [String: [Layer]] = [
    dense, DropoutTests.references, norms, embeddings, images, attention,
    ContainerTests.references,
    RecurrentTests.references,
  ]
  .reduce([:]) { $0.merging($1) { one, _ in one } }

  static let dense: [String: [Layer]] = [
    "dense": [.dense(3)],
    "dense-no-bias": [.dense(3, bias: false)],
    "dense-on-sequence": [.dense(3)],
    "dense-stack": [.dense(7), .gelu, .dense(6), .silu, .dense(2)],
  ]

  @Test("every file of reference numbers has a model, and every model a file")
  func completeness() throws {
    #expect(try LayerReference.names() == Self.models.keys.sorted())
  }

  @Test("layers compute what PyTorch's compute", arguments: Self.models.keys.sorted())
  func pyTorch(name: String) throws {
    let reference = try LayerReference(named: name)
    let layers = try #require(Self.models[name])
    var graph = Graph()
    // A parameter, so that it has a gradient; token numbers have none.
    let isParameter = reference.inputGradient != nil
    let shape = Shape(reference.input.shape)
    let x = try isParameter ? graph.parameter(shape) : graph.input(shape)
    let y = try #require(try graph.apply(layers, to: x).last)
    let target = try graph.input(Shape(reference.target.shape))
    #expect(graph.shape(y) == Shape(reference.output.shape))
    let loss = try Loss.mse.add(to: &graph, y, target)
    let gradients = graph.differentiateParameters(loss)
    for machine in [Machine(), Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      let program = Program(
        graph, keep: [y, loss], parameters: store, gradients: gradients,
        update: SGD(), evaluating: reference.evaluating, machine: machine)
      program.write(target, reference.target.values)
      if !isParameter { program.write(x, reference.input.values) }
      for (i, info) in graph.parameterInfo.enumerated() {
        let isInput = isParameter && i == 0
        let values = isInput ? reference.input.values : try values(info, reference.parameters)
        for (at, value) in values.enumerated() { store.values(i)[at] = value }
      }
      program.run()  // its learning rate is 0: only states change
      expectClose(program.read(y), reference.output.values, 1e-5, "output")
      expectClose(program.read(loss), [reference.loss], 1e-5, "loss")
      for (i, info) in graph.parameterInfo.enumerated() {
        let numbers = UnsafeBufferPointer(start: store.values(i), count: info.shape.count)
        let slopes = UnsafeBufferPointer(start: store.gradients(i), count: info.shape.count)
        let label = String(decoding: info.name, as: UTF8.self)
        if isParameter, i == 0 {
          expectClose(
            Array(slopes), try #require(reference.inputGradient).values, 1e-4, "input gradient")
        } else if info.role == .state {
          expectClose(Array(numbers), try values(info, reference.after), 1e-5, label)
        } else if gradients[i] != nil {
          expectClose(Array(slopes), try values(info, reference.gradients), 1e-4, label)
        }
      }
    }
  }

  private func values(
    _ info: ParameterInfo, _ all: [String: LayerReference.Numbers]
  ) throws -> [Float] {
    let name = String(decoding: info.name, as: UTF8.self)
    let numbers = try #require(all[name], "no \(name) among \(all.keys.sorted())")
    try #require(numbers.values.count == info.shape.count, "\(name) has \(numbers.shape)")
    return info.fromPyTorch(numbers.values)
  }

  private func expectClose(
    _ found: [Float], _ expected: [Float], _ tolerance: Float, _ what: String
  ) {
    guard found.count == expected.count else {
      Issue.record("\(what): \(found.count) numbers, expected \(expected.count)")
      return
    }
    let scale = expected.reduce(Float(1e-3)) { max($0, $1.magnitude) }
    for (i, pair) in zip(found, expected).enumerated()
    where !((pair.0 - pair.1).magnitude <= tolerance * scale) {
      Issue.record("\(what) \(i): \(pair.0), expected \(pair.1) within \(tolerance * scale)")
      return
    }
  }
}
