import Experiments
import Notebook
import Plotting
import Testing

@testable import NotebookRunner

@Suite("Normalised options")
struct NormalizedOptionsTests {
  func entries(_ body: String, kind: String = "train") throws -> [KeyPart] {
    let (notebook, found) = NotebookReader.read(
      source: "```{\(kind)}\n\(body)\n```\n", path: "test.md")
    let plan = ProjectPlan([notebook], found: [found])
    try #require(plan.problems.isEmpty, "\(plan.problems)")
    return NormalizedOptions(plan.blocks[0].options, schema: plan.blocks[0].experiment.options)
      .entries
  }

  @Test(
    "are the same however they are written",
    arguments: [
      ("optimizer: adam", "optimizer: {adam: {}}"), ("optimizer: adam", "optimizer: {adam: 0.001}"),
      ("optimizer: {adam: 1e-2}", "optimizer: {adam: {rate: 0.01}}"),
      ("epochs: 100", ""), ("data: moons", "data: {moons: {}}"),
      ("epochs: 5\nbatch: 8", "batch: 8\nepochs: 5 # five"),
      ("layers: [2, 4, 1]", "layers:\n  - 2\n  - 4\n  - 1"), ("seed: 3", "seed: 4"),
    ])
  func same(_ pair: (String, String)) throws {
    #expect(try entries(pair.0) == entries(pair.1))
  }

  @Test(
    "differ when anything else does",
    arguments: [
      ("optimizer: {adam: 0.01}", "optimizer: {adam: 0.010000001}"),
      ("optimizer: adam", "optimizer: nadam"), ("epochs: 5", "epochs: 6"),
      ("layers: [2, 4, 1]", "layers: [2, 5, 1]"),
      (
        "layers: [{dense: 4}, tanh, {dense: 1}]", "layers: [{dense: 4}, relu, {dense: 1}]"
      ),
      (
        "layers: [{dense: {units: 4, frozen: true}}, {dense: 1}]",
        "layers: [{dense: {units: 4}}, {dense: 1}]"
      ),
      (
        "layers: [{dense: 4}, {dropout: 0.2}, {dense: 1}]",
        "layers: [{dense: 4}, {dropout: 0.25}, {dense: 1}]"
      ),
      ("data: {moons: {noise: 0.1}}", "data: {moons: {noise: 0.11}}"),
      ("schedule: {step: {every: 2}}\nepochs: 9", "schedule: {step: {every: 3}}\nepochs: 9"),
    ])
  func different(_ pair: (String, String)) throws {
    #expect(try entries(pair.0) != entries(pair.1))
  }

  @Test("have names that say where they belong")
  func names() throws {
    let names = try entries("optimizer: {adam: 0.01}\nlayers: [{dense: 4}, tanh, {dense: 1}]")
      .map { $0.name }
    #expect(names.contains("optimizer.adam.rate"))
    #expect(names.contains("layers[0].dense.units"))
  }
}
