import Foundation
import Testing

@testable import NeuralNet

/// Losses, with every option and reduction, against PyTorch's (References/losses.py): values within
/// 1e-6, gradients within 1e-6 of the largest.
struct LossReferenceTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Options: Decodable, Sendable {
      let delta: Float?
      let beta: Float?
      let margin: Float?
      let weights: [Float]?
      let positiveWeights: [Float]?
      let classWeights: [Float]?
      let labelSmoothing: Float?
      let ignoring: Int?
    }
    let name: String
    let options: Options
    let reduction: String
    let shape: [Int]
    let targetShape: [Int]
    let prediction: [Float]
    let target: [Float]
    let loss: [Float]
    let gradient: [Float]

    var testDescription: String { "\(name) \(reduction) \(options)" }

    var value: Loss {
      let reduction: Loss.Reduction =
        switch self.reduction {
        case "mean": .mean
        case "sum": .sum
        default: .none
        }
      return unreduced.reduced(to: reduction)
    }

    private var unreduced: Loss {
      switch name {
      case "mse": .mse
      case "mae": .mae
      case "huber": .huber(delta: options.delta ?? 1)
      case "smoothL1": .smoothL1(beta: options.beta ?? 1)
      case "hinge": .hinge()
      case "bce":
        .bce(weights: options.weights ?? [], positiveWeights: options.positiveWeights ?? [])
      case "multiClassHinge":
        .multiClassHinge(margin: options.margin ?? 1, classWeights: options.classWeights ?? [])
      default:
        .crossEntropy(
          classWeights: options.classWeights ?? [], labelSmoothing: options.labelSmoothing ?? 0,
          ignoring: options.ignoring ?? -100)
      }
    }
  }

  private struct File: Decodable { let cases: [Case] }

  static let cases: [Case] = {
    let path = LayerReference.folder.deletingLastPathComponent().appending(path: "losses.json")
    do {
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test("losses are PyTorch's", arguments: cases)
  func pyTorch(known: Case) throws {
    var graph = Graph()
    let y = try graph.parameter(Shape(known.shape)), t = try graph.input(Shape(known.targetShape))
    let loss = try known.value.add(to: &graph, y, t)
    #expect(graph.shape(loss).count == known.loss.count)
    let gradients = graph.differentiate(loss, for: [y])
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      let program = Program(
        graph, keep: [loss], parameters: store, gradients: gradients, machine: machine)
      program.write(t, known.target)
      for (i, number) in known.prediction.enumerated() { store.values(0)[i] = number }
      program.runGradients()
      expectClose(program.read(loss), known.loss, "loss")
      expectClose(known.gradient.indices.map { store.gradients(0)[$0] }, known.gradient, "gradient")
    }
  }

  private func expectClose(_ found: [Float], _ expected: [Float], _ what: String) {
    let scale = expected.reduce(Float(0.1)) { max($0, $1.magnitude) }
    for (x, y) in zip(found, expected) {
      #expect((x - y).magnitude <= 1e-6 * scale, "\(what): \(found), expected \(expected)")
    }
  }
}
