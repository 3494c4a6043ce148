import Foundation
import TestSupport
import Testing

@testable import Interchange
@testable import NeuralNet

/// All models of `PyTorchExample` run by PyTorch, with our weights and our input.
///
///     NNBOOK_TORCH=path/of/python swift test --filter PyTorchRoundTripTests
///
/// That Python needs torch and safetensors; without the variable there is nothing to do.
struct PyTorchRoundTripTests {
  private static let python = ProcessInfo.processInfo.environment["NNBOOK_TORCH"]

  @Test("PyTorch computes what the engine computes", .enabled(if: python != nil))
  func roundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, example) in PyTorchExample.all {
      try Self.write(example, to: folder.appendingPathComponent(name).path)
    }
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = [
      goldenFolder("References").appendingPathComponent("round_trip.py").path, folder.path,
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    print(text)
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.split(separator: "\n").count == PyTorchExample.all.count, "\(text)")
  }

  /// Writes module, weights, input and our output in evaluation.
  private static func write(_ example: PyTorchExample, to path: String) throws {
    var graph = Graph()
    let x = try graph.input(example.input)
    let y = try #require(try graph.apply(example.layers, to: x).last)
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    var random = SplitMix(seed: 5)
    func number() -> Float { Float(random.next(below: 2000)) / 1000 - 1 }
    for (index, info) in graph.parameterInfo.enumerated() {
      // Variances, which are states, are above 0.
      for i in 0..<info.shape.count {
        store.values(index)[i] = info.role == .state ? 1.5 + number() : number()
      }
    }
    let program = Program(
      graph, keep: [y], parameters: store, evaluating: true, machine: machine)
    let input = (0..<example.input.count).map { _ in
      example.tokens.map { Float(random.next(below: $0)) } ?? number()
    }
    program.write(x, input)
    program.run()
    let weights = graph.parameterInfo.stateDict { index in
      (0..<graph.parameterInfo[index].shape.count).map { store.values(index)[$0] }
    }
    try Safetensors(weights).write(to: path + ".safetensors")
    let module = try PyTorchModule(
      example.layers, input: example.input, weights: path + ".safetensors")
    try module.text.write(toFile: path + ".py", atomically: true, encoding: .utf8)
    try Npz.write(
      [
        NamedArray("input", array(example.input, input)),
        NamedArray("output", array(graph.shape(y), program.read(y))),
      ], to: path + ".npz")
  }

  private static func array(_ shape: Shape, _ values: [Float]) throws -> NumberArray {
    try NumberArray(shape: (0..<shape.rank).map { shape[$0] }, values: values)
  }
}
