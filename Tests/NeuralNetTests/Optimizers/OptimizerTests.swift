import Kernels
import Testing

@testable import NeuralNet

/// Updates against PyTorch's, and by hand.
struct OptimizerTests {
  struct Reference: Sendable {
    let optimizer: any Optimizer
    let learningRate: Float
    let parameters: [[Double]]
  }

  /// A store of `values`, and a function that does update number t with given gradients.
  private final class Bench {
    let machine: Machine
    let store: ParameterStore
    private let steps: [Step]
    private let optimizer: any Optimizer

    init(_ values: [Float], _ optimizer: any Optimizer, on choice: KernelChoice) throws {
      var graph = Graph()
      _ = try graph.parameter(Shape(values.count))
      machine = Machine(kernels: choice)
      store = ParameterStore(graph, machine: machine)
      for i in values.indices { store.values(0)[i] = values[i] }
      let block = store.blocks([0], momentCount: optimizer.momentCount)[0]
      let kernels = machine.kernels
      steps = [block.step(kernels.checkFinite)] + optimizer.steps(block, kernels)
      self.optimizer = optimizer
    }

    var values: [Float] { (0..<store.count).map { store.values(0)[$0] } }

    func update(_ number: UInt64, learningRate: Float, _ gradients: [Float]) {
      for i in gradients.indices { store.gradients(0)[i] = gradients[i] }
      var context = Context(), nonFinite: Int32 = 0
      optimizer.update(number: number, learningRate: learningRate).write(to: &context)
      withUnsafeMutablePointer(to: &nonFinite) { flag in
        context.nonFinite = flag
        for var step in steps { step.run(&step, &context, 0, Int(step.units)) }
      }
    }
  }

  @Test("a thousand updates are those of PyTorch", arguments: references)
  func pyTorch(reference: Reference) throws {
    for choice in KernelChoice.all + [.plain] {
      let bench = try Bench([0.5, -1, 2], reference.optimizer, on: choice)
      var noise = TestNumbers(1), number = 0
      for (step, expected) in zip([1, 2, 10, 100, 1000], reference.parameters) {
        while number < step {
          number += 1
          let p = bench.values
          bench.update(
            UInt64(number), learningRate: reference.learningRate,
            p.indices.map { p[$0] * Float($0 + 1) / 4 - noise.number() })
        }
        for (found, expected) in zip(bench.values, expected) {
          // The quadratic forgets old roundings; parameters are of size 1.
          let error = (Double(found) - expected).magnitude
          #expect(error < 1e-5, "update \(step): \(found) \(expected) \(error)")
        }
      }
    }
  }

  @Test(
    "the first update of Adam is the learning rate, whatever the gradient",
    arguments: [1e-3, 1, 1e4])
  func firstUpdateOfAdam(gradient: Float) throws {
    let bench = try Bench([1], Adam(), on: .best)
    bench.update(1, learningRate: 0.01, [gradient])
    #expect((bench.values[0] - 0.99).magnitude < 1e-6)
  }

  @Test("momentum by hand: velocities 1, 1.9, 2.71")
  func momentumByHand() throws {
    let bench = try Bench([0], SGD(momentum: 0.9), on: .best)
    for (number, expected) in zip(1..., [-1, -2.9, -5.61] as [Float]) {
      bench.update(UInt64(number), learningRate: 1, [1])
      #expect((bench.values[0] - expected).magnitude < 1e-6)
    }
  }

  @Test("a gradient that is not finite changes no parameter", arguments: [Float.nan, .infinity])
  func nonFinite(bad: Float) throws {
    for optimizer in Self.references.map(\.optimizer) {
      for choice in KernelChoice.all + [.plain] {
        let bench = try Bench([1, 2], optimizer, on: choice)
        bench.update(1, learningRate: 0.1, [0.5, bad])
        #expect(bench.values == [1, 2])
      }
    }
  }

  @Test("powers of beta are right far into a run")
  func correctionsVanish() {
    let late = Adam().update(number: 1_000_000, learningRate: 0.5)
    #expect(late.rate == 0.5 && late.factor == 1)
    let first = Adam().update(number: 1, learningRate: 0.5)
    #expect(first.rate == Float(Double(0.5) / (1 - 0.9)))
    let nadam = NAdam().update(number: 1_000_000, learningRate: 0.5)
    #expect((nadam.rate - 0.05).magnitude < 1e-7 && (nadam.ahead - 0.45).magnitude < 1e-7)
  }
}
