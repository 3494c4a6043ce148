import Foundation
import NeuralNet
import TestSupport
import Testing

@testable import Interchange

/// Models as PyTorch's modules.
struct PyTorchModuleTests {
  @Test("the text of a model", arguments: PyTorchExample.all.keys.sorted())
  func text(name: String) throws {
    let example = try #require(PyTorchExample.all[name])
    let module = try PyTorchModule(
      example.layers, input: example.input, weights: "\(name).safetensors")
    let folder = goldenFolder("Goldens/pytorch")
    expectGolden(module.text, folder.appendingPathComponent("\(name).py"))
  }

  @Test("every golden has its model")
  func completeness() {
    let goldens = goldenNames(in: goldenFolder("Goldens/pytorch"), withExtension: "py")
    #expect(goldens == PyTorchExample.all.keys.sorted())
  }

  @Test("every kind of layer that the engine has is in the table and in a model")
  func everyLayer() throws {
    let kinds = try Self.kindsInSource()
    #expect(kinds.count > 12)
    let shown = PyTorchExample.all.values.reduce(into: Set<String>()) { $0.formUnion($1.kinds) }
    for kind in kinds {
      #expect(PyTorchTable.rules[kind] != nil, "\(kind) has no line for PyTorch")
      #expect(shown.contains(kind), "\(kind) is in no model of PyTorchExample")
    }
  }

  /// The names of layers and activations, as the sources of the engine declare them.
  private static func kindsInSource() throws -> Set<String> {
    let engine = goldenFolder("../../Sources/NeuralNet").standardizedFileURL
    var kinds: Set<String> = []
    for folder in ["Layers", "Operations/Activations"] {
      let url = engine.appendingPathComponent(folder).resolvingSymlinksInPath()
      for file in try FileManager.default.contentsOfDirectory(atPath: url.path) {
        let text = try String(
          contentsOf: url.appendingPathComponent(file), encoding: .utf8)
        for match in text.matches(of: /\b(?:Layer|Activation)\(\s*"(\w+)"/) {
          kinds.insert(String(match.1))
        }
      }
    }
    return kinds
  }

  @Test("a layer without a counterpart is told, and layers that do not fit")
  func errors() {
    let own = Layer("own") { _, x throws(ShapeError) in x }
    #expect(throws: InterchangeError.notInPyTorch(layer: "own", index: 1)) {
      try PyTorchModule([.tanh, own], input: Shape(1, 2))
    }
    let reason = ShapeError.outOfRange(operation: "dense", value: 0)
    #expect(
      throws: InterchangeError.doesNotFit(.layer(0, "dense", shapes: [Shape(1, 2)], reason))
    ) {
      try PyTorchModule([.dense(0)], input: Shape(1, 2))
    }
  }

  @Test("a model without layers, and a path with quotes")
  func edges() throws {
    let text = try PyTorchModule([], input: Shape(1, 2), weights: "a \"b\"\\c").text
    #expect(text.hasSuffix("model.load_state_dict(load_file(\"a \\\"b\\\"\\\\c\"))\n"))
    #expect(text.contains("model = nn.Sequential(\n)\n"))
  }
}
