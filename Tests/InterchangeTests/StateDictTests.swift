import NeuralNet
import Testing

@testable import Interchange

/// Weights between networks and files.
struct StateDictTests {
  private static let layers: [Layer] = [.dense(4), .tanh, .dense(2, bias: false)]

  private func network(seed: UInt64 = 1) throws -> Network {
    let network = try Network(inputs: 3, layers: Self.layers, machine: .best())
    network.initialize(.pytorchDefault, seed: seed)
    return network
  }

  @Test("a PyTorch model that was saved as safetensors computes the same here")
  func fromPyTorch() throws {
    let reference = try ReferenceFile.named("safetensors model")
    let network = try network()
    try network.load(stateDict: Safetensors(bytes: reference.bytes).tensors)
    let input = try #require(reference.input), output = try #require(reference.output)
    for (found, expected) in zip(network.predict(input, count: 1), output) {
      #expect((found - expected).magnitude < 1e-6)
    }
    let saved = Safetensors(network)
    #expect(saved.metadata == ["format": "pt"])
    reference.expectSame(saved.tensors)
  }

  @Test("weights come back as they went, whatever the layout")
  func roundTrip() throws {
    let first = try network(), second = try network(seed: 2)
    #expect(first.digest() != second.digest())
    try second.load(stateDict: Safetensors(bytes: Safetensors(first).bytes).tensors)
    #expect(first.digest() == second.digest())
  }

  @Test("axes change places and back")
  func axes() {
    let values = (0..<24).map { Float($0) }
    let moved = Axes.transposed(values, shape: [2, 3, 4], order: [2, 0, 1])
    for a in 0..<2 {
      for b in 0..<3 {
        for c in 0..<4 { #expect(moved[(c * 2 + a) * 3 + b] == values[(a * 3 + b) * 4 + c]) }
      }
    }
    #expect(Axes.transposed(moved, shape: [4, 2, 3], order: [1, 2, 0]) == values)
    let info = ParameterInfo(
      layer: 0, role: .weight, shape: Shape(2, 3, 4), fanIn: 1, fanOut: 1, pytorchAxes: [2, 0, 1])
    #expect(info.pytorchShape == [4, 2, 3])
    #expect(info.toPyTorch(values) == moved && info.fromPyTorch(moved) == values)
  }

  @Test("names in a module are found by their prefix")
  func prefix() throws {
    let first = try network(), second = try network(seed: 2)
    let arrays = first.stateDict.map { NamedArray("net." + $0.name, $0.array) }
    try second.load(stateDict: arrays, prefix: "net.")
    #expect(first.digest() == second.digest())
  }

  @Test("everything that does not fit is told at once, and nothing is changed")
  func mismatches() throws {
    let network = try network(), digest = network.digest()
    let arrays = try [
      NamedArray("0.weights", NumberArray(shape: [4, 3], values: .init(repeating: 1, count: 12))),
      NamedArray("0.bias", NumberArray(shape: [4], values: [1, 2, 3, 4], type: .int32)),
      NamedArray("2.weight", NumberArray(shape: [4, 2], values: .init(repeating: 1, count: 8))),
      NamedArray("classifier.something", NumberArray(shape: [], values: [1])),
    ]
    let expected: [StateMismatch] = [
      .missing(name: "0.weight", shape: [4, 3], nearest: "0.weights"),
      .type(name: "0.bias", found: .int32),
      .shape(name: "2.weight", expected: [2, 4], found: [4, 2]),
      .unexpected(name: "0.weights", shape: [4, 3], nearest: "0.weight"),
      .unexpected(name: "classifier.something", shape: [], nearest: nil),
    ]
    #expect(throws: InterchangeError.mismatches(expected)) { try network.load(stateDict: arrays) }
    #expect(network.digest() == digest)
  }

  @Test("running statistics come with PyTorch's counter, which may be missing")
  func counters() throws {
    let states = Layer("states") { graph, x throws(ShapeError) in
      _ = try graph.state(Shape(2), startingAt: 0.5, named: "running_mean")
      return x
    }
    let network = try Network(inputs: 2, layers: [.tanh, states], machine: .best())
    network.setValues(0, [1, 2])
    let arrays = Safetensors(network).tensors
    #expect(arrays.map(\.name) == ["1.running_mean", "1.num_batches_tracked"])
    #expect(arrays[1].array == (try NumberArray(shape: [], values: [0], type: .int64)))
    let other = try Network(inputs: 2, layers: [.tanh, states], machine: .best())
    try other.load(stateDict: Safetensors(bytes: Safetensors(network).bytes).tensors)
    #expect(other.digest() == network.digest())
    try other.load(stateDict: [arrays[0]])
  }
}
