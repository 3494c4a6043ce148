import Testing

@testable import NeuralNet

/// The losses of adversaries and the divergence of Gaussians: by hand, by differences, by PyTorch.
struct AdversarialLossTests {
  static let all: [AdversarialLoss] = [.minimax, .nonSaturating, .leastSquares, .wasserstein]

  /// Both losses for logits, and the gradients of the one and the other for both.
  private func losses(
    _ loss: AdversarialLoss, real: [Float], generated: [Float], on machine: Machine = Machine()
  ) throws -> (losses: [Float], gradients: [[Float]]) {
    var graph = Graph()
    let x = try graph.parameter(Shape(real.count, 1))
    let g = try graph.parameter(Shape(generated.count, 1))
    let both = [
      try graph.add(loss.discriminator(real: Formula(x), generated: Formula(g))),
      try graph.add(loss.generator(generated: Formula(g))),
    ]
    let store = ParameterStore(graph, machine: machine)
    var results: [Float] = [], gradients: [[Float]] = []
    for value in both {
      var graph = graph
      let slopes = graph.differentiate(value, for: [x, g])
      let program = Program(
        graph, keep: [value], parameters: store, gradients: slopes, machine: machine)
      for (i, number) in real.enumerated() { store.values(0)[i] = number }
      for (i, number) in generated.enumerated() { store.values(1)[i] = number }
      program.runGradients()
      results += program.read(value)
      gradients.append(real.indices.map { slopes[0] == nil ? 0 : store.gradients(0)[$0] })
      gradients.append(generated.indices.map { store.gradients(1)[$0] })
    }
    return (results, gradients)
  }

  @Test("values by hand: an undecided discriminator, and one that is right")
  func byHand() throws {
    let two = 2 * Float(0.6931472)
    let undecided = try Self.all.map { try losses($0, real: [0, 0], generated: [0, 0]).losses }
    let even: [[Float]] = [[two, -two / 2], [two, two / 2], [0.5, 0.5], [0, 0]]
    for (found, expected) in zip(undecided, even) { expectNear(found, expected) }
    // D(x) = 2 and 4, D(G(z)) = -1 and -3.
    let right = try Self.all.map { try losses($0, real: [2, 4], generated: [-1, -3]).losses }
    let real: Float = (0.126928 + 0.01814993) / 2, made: Float = (0.3132617 + 0.04858735) / 2
    let sure: [[Float]] = [
      [real + made, -made], [real + made, made + 2], [2.5 + 2.5, 5], [-5, 2],
    ]
    for (found, expected) in zip(right, sure) { expectNear(found, expected) }
  }

  @Test("large logits overflow nowhere", arguments: all)
  func extremes(loss: AdversarialLoss) throws {
    let found = try losses(loss, real: [-1e4, 1e4], generated: [1e4, -1e4])
    #expect(found.losses.allSatisfy { $0.isFinite })
    #expect(found.gradients.joined().allSatisfy { $0.isFinite })
  }

  @Test("values and gradients are PyTorch's", arguments: AdversarialReference.names)
  func pyTorch(name: String) throws {
    let known = try #require(AdversarialReference().losses.first { $0.name == name })
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let found = try losses(
        AdversarialReference.loss(name), real: known.real, generated: known.generated, on: machine)
      expectNear(found.losses, [known.discriminator, known.generator])
      expectNear(found.gradients[0], known.realGradient, "real")
      expectNear(found.gradients[1], known.generatedGradient, "generated")
      expectNear(found.gradients[3], known.generatorGradient, "generator")
    }
  }

  @Test("gradients by central differences", arguments: all)
  func gradients(loss: AdversarialLoss) throws {
    for seed in 0..<3 {
      let check = try GradientCheck(element: { Double($0.number()) * 3 }, seed: seed) {
        graph, numbers in
        let rows = 1 + numbers.below(20)
        let x = Formula(try graph.parameter(Shape(rows, 1)))
        let g = Formula(try graph.parameter(Shape(rows, 1)))
        return try graph.add(
          loss.discriminator(real: x, generated: g) + 0.7 * loss.generator(generated: g))
      }
      #expect(check.worst < 1e-6, "seed \(seed)")
    }
  }
}

struct GaussianDivergenceTests {
  private func divergence(
    _ mean: [Float], _ logVariance: [Float], _ shape: Shape
  ) throws -> (value: [Float], gradients: [[Float]]) {
    var graph = Graph()
    let µ = try graph.parameter(shape), v = try graph.parameter(shape), machine = Machine()
    let value = try graph.add(gaussianDivergence(mean: Formula(µ), logVariance: Formula(v)))
    #expect(graph.shape(value) == .scalar)
    let slopes = graph.differentiate(value, for: [µ, v])
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [value], parameters: store, gradients: slopes, machine: machine)
    for (i, number) in (mean + logVariance).enumerated() { store.values(0)[i] = number }
    program.runGradients()
    let gradients = (0..<2).map { p in mean.indices.map { store.gradients(p)[$0] } }
    return (program.read(value), gradients)
  }

  @Test("values by hand: 0 for N(0, 1), ½ µ² for another mean, and means over rows of sums")
  func byHand() throws {
    expectNear(try divergence([0, 0], [0, 0], Shape(1, 2)).value, [0])
    expectNear(try divergence([3, 1], [0, 0], Shape(1, 2)).value, [5])
    expectNear(try divergence([3, 1], [0, 0], Shape(2, 1)).value, [2.5])
    // σ² = 4: ½ (4 − 1 − log 4).
    expectNear(try divergence([0], [1.3862944], Shape(1, 1)).value, [0.8068528])
  }

  @Test("value and gradients are PyTorch's")
  func pyTorch() throws {
    let known = try AdversarialReference().divergence
    let found = try divergence(known.mean, known.logVariance, Shape(3, 2))
    expectNear(found.value, [known.value])
    expectNear(found.gradients[0], known.meanGradient)
    expectNear(found.gradients[1], known.logVarianceGradient)
  }

  @Test("gradients by central differences")
  func gradients() throws {
    for seed in 0..<4 {
      let check = try GradientCheck(element: { Double($0.number()) * 2 }, seed: seed) {
        graph, numbers in
        let shape = Shape(1 + numbers.below(6), 1 + numbers.below(20))
        let µ = Formula(try graph.parameter(shape)), v = Formula(try graph.parameter(shape))
        return try graph.add(gaussianDivergence(mean: µ, logVariance: v))
      }
      #expect(check.worst < 1e-6, "seed \(seed)")
    }
  }
}
