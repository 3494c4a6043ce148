import Testing

@testable import NeuralNet

/// A generator and a discriminator: one step by PyTorch's numbers, and what training makes of them.
struct GenerativeAdversarialNetworkTests {
  typealias Network = GenerativeAdversarialNetwork

  private func small(_ name: String, clipping: Bool = true) -> Network.Recipe {
    var recipe = Network.Recipe(
      generator: [.dense(6), .tanh, .dense(2)],
      discriminator: [.dense(5), .leakyRelu(slope: 0.2), .dense(1)], latent: 3, features: 2,
      batchSize: 4)
    recipe.loss = AdversarialReference.loss(name)
    recipe.learningRate = 0.01
    if name == "wasserstein" {
      recipe.discriminatorOptimizer = ParameterClipping(Adam(beta1: 0.5), to: 0.25)
    }
    return recipe
  }

  @Test(
    "an update of each has PyTorch's losses and parameters",
    arguments: AdversarialReference.names)
  func pyTorch(name: String) throws {
    let known = try #require(AdversarialReference().gan.first { $0.name == name })
    for machine in Machine.all + [Machine(kernels: .plain), Machine(threads: 2)] {
      let model = try Network(small(name), machine: machine)
      try model.store.set(model.parameters, fromPyTorch: known.parameters)
      let discriminator = try model.updateDiscriminator(real: known.real, noise: known.noise[0])
      let generator = try model.updateGenerator(noise: known.noise[1])
      expectNear([try #require(discriminator)], [known.discriminator], "discriminator")
      expectNear([try #require(generator)], [known.generator], "generator")
      try model.store.expect(model.parameters, areClosestTo: known.after)
    }
  }

  @Test("each update leaves the other network as it is")
  func apart() throws {
    let model = try Network(small("nonSaturating"), machine: Machine())
    func split() -> ([UInt32], [UInt32]) {
      let all = model.store.allBits, first = model.store.offsets[4]
      return (Array(all[..<first]), Array(all[first...]))
    }
    let start = split()
    _ = try model.updateDiscriminator(real: [1, 2, 3, 4, 5, 6, 7, 8])
    let middle = split()
    #expect(middle.0 == start.0 && middle.1 != start.1)
    _ = try model.updateGenerator()
    let end = split()
    #expect(end.0 != middle.0 && end.1 == middle.1)
    let names = model.parameters.map { String(decoding: $0.name, as: UTF8.self) }
    #expect(names[0] == "generator.0.weight" && names[4] == "discriminator.0.weight")
  }

  private func ring(_ loss: AdversarialLoss = .nonSaturating, seed: UInt64 = 1) -> Network.Recipe {
    let hidden: [Layer] = [.dense(32), .leakyRelu(slope: 0.2), .dense(32), .leakyRelu(slope: 0.2)]
    var recipe = Network.Recipe(
      generator: hidden + [.dense(2)], discriminator: hidden + [.dense(1)], latent: 4, features: 2,
      batchSize: 64)
    recipe.loss = loss
    recipe.learningRate = 2e-3
    recipe.seed = seed
    return recipe
  }

  /// The clouds that at least one sample in 50 lies near, and the samples' mean distance to one.
  private func quality(_ points: [Float]) -> (modes: Int, distance: Float) {
    var counts = [Int](repeating: 0, count: 8), total: Float = 0
    for row in 0..<points.count / 2 {
      let distances = (0..<8).map { mode in
        let angle = 6.2831855 * Float(mode) / 8
        let dx = points[2 * row] - Math.cos(angle), dy = points[2 * row + 1] - Math.sin(angle)
        return (dx * dx + dy * dy).squareRoot()
      }
      let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      total += distances[nearest]
      if distances[nearest] < 0.2 { counts[nearest] += 1 }
    }
    let rows = points.count / 2
    return (counts.filter { $0 * 50 >= rows }.count, total / Float(rows))
  }

  private func train(_ model: Network, steps: Int) throws -> Network.Losses? {
    let data = SyntheticData.ring(samples: 512).make(seed: 1)
    var last: Network.Losses?
    for step in 0..<steps {
      let start = step % 8 * 128
      last = try model.step(real: Array(data.features[start..<start + 128]))
    }
    return last
  }

  @Test("training brings the samples to more clouds of the ring, and closer to them")
  func learns() throws {
    let model = try Network(ring(), machine: Machine())
    let before = quality(try model.samples(500))
    let losses = try #require(try train(model, steps: 1500))
    let after = quality(try model.samples(500))
    #expect(losses.generator.isFinite && losses.discriminator > 0)
    #expect(after.modes >= 4 && after.modes > before.modes, "\(before), \(after)")
    #expect(after.distance < before.distance / 3, "\(before), \(after)")
    let logits = try model.judge([1, 0, 30, -30], count: 2)
    #expect(logits.count == 2 && logits[0] > logits[1])
  }

  @Test("a seed decides all, on every machine")
  func reproducible() throws {
    func bitsAfter(_ seed: UInt64, _ machine: Machine) throws -> [UInt32] {
      let model = try Network(ring(.leastSquares, seed: seed), machine: machine)
      _ = try train(model, steps: 4)
      return model.store.allBits + bits(try model.samples(3))
        + bits(try model.judge([1, 2], count: 1))
    }
    let expected = try bitsAfter(1, Machine(kernels: .plain))
    for machine in Machine.all + [Machine(threads: 2)] {
      #expect(try bitsAfter(1, machine) == expected)
    }
    #expect(try bitsAfter(2, Machine()) != expected)
  }

  @Test("samples depend on their seed, and asking changes nothing")
  func samples() throws {
    let model = try Network(small("minimax"), machine: Machine()), before = model.store.allBits
    #expect(try model.samples(5).count == 10)
    #expect(try model.samples(5) == model.samples(5, seed: 1))
    #expect(try model.samples(5) != model.samples(5, seed: 2))
    #expect(model.store.allBits == before)
  }

  @Test("a critic's parameters stay within the bound")
  func clipping() throws {
    let model = try Network(small("wasserstein"), machine: Machine())
    for _ in 0..<3 { _ = try model.updateDiscriminator(real: [9, 2, -3, 4, 5, -6, 7, 8]) }
    let first = model.store.offsets[4]
    let numbers = (first..<model.store.count).map { model.store.values(0)[$0].magnitude }
    #expect(numbers.max() == 0.25)
    #expect(ParameterClipping(SGD()).bound == 0.01)
    #expect(ParameterClipping(Adam()).momentCount == 2)
  }

  @Test("a gradient that is not finite changes nothing")
  func heldBack() throws {
    let model = try Network(small("wasserstein"), machine: Machine()), before = model.store.allBits
    #expect(try model.step(real: [.nan, 2, 3, 4, 5, 6, 7, 8]) == nil)
    #expect(model.store.allBits == before)
  }

  @Test("numbers and shapes that do not fit are refused")
  func refused() throws {
    var recipe = small("minimax")
    recipe.generator = [.dense(3)]
    #expect(
      throws: ShapeError.mismatch(
        operation: "generator", expected: Shape(4, 2), found: Shape(4, 3))
    ) { try Network(recipe, machine: Machine()) }
    let model = try Network(small("minimax"), machine: Machine())
    #expect(
      throws: ShapeError.mismatch(operation: "real", expected: Shape(4, 2), found: Shape(3))
    ) { try model.step(real: [1, 2, 3]) }
    #expect(
      throws: ShapeError.mismatch(operation: "noise", expected: Shape(4, 3), found: Shape(1))
    ) { try model.updateGenerator(noise: [1]) }
    #expect(throws: ShapeError.invalid(operation: "input", Shape(0, 3))) { try model.samples(0) }
    #expect(
      throws: ShapeError.mismatch(operation: "input", expected: Shape(2, 2), found: Shape(3))
    ) { try model.judge([1, 2, 3], count: 2) }
  }

  @Test("the defaults are those of the documentation")
  func defaults() {
    let recipe = Network.Recipe(
      generator: [], discriminator: [], latent: 2, features: 2, batchSize: 1)
    #expect(recipe.loss == .nonSaturating && recipe.learningRate == 1e-3 && recipe.seed == 1)
    #expect((recipe.generatorOptimizer as? Adam)?.moments.beta1 == 0.5)
    #expect((recipe.discriminatorOptimizer as? Adam)?.moments.beta1 == 0.5)
  }
}
