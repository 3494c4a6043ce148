import Testing

@testable import NeuralNet

/// A variational autoencoder: one step by PyTorch's numbers, training, and what it can be asked.
struct VariationalAutoencoderTests {
  typealias Model = VariationalAutoencoder

  private func small() -> Model.Recipe {
    var recipe = Model.Recipe(
      encoder: [.dense(4), .tanh], decoder: [.dense(4), .tanh, .dense(5)], features: 5, latent: 2,
      batchSize: 3)
    recipe.beta = 0.5
    recipe.learningRate = 0.01
    return recipe
  }

  @Test("an update with given ε has PyTorch's losses and parameters")
  func pyTorch() throws {
    let known = try AdversarialReference().autoencoder
    for machine in Machine.all + [Machine(kernels: .plain), Machine(threads: 2)] {
      let model = try Model(small(), machine: machine, givesNoise: true)
      try model.store.set(model.parameters, fromPyTorch: known.parameters)
      expectNear(try model.codes(known.data, count: 3), known.codes, "codes")
      let losses = try #require(try model.step(known.data, noise: known.noise))
      expectNear([losses.reconstruction], [known.reconstruction], "reconstruction")
      expectNear([losses.divergence], [known.divergence], "divergence")
      expectNear([losses.total], [known.total], "total")
      try model.store.expect(model.parameters, areClosestTo: known.after)
    }
  }

  /// Rows of eight bits: four patterns and their complements.
  private static let patterns: [Float] = (0..<8).flatMap { row in
    (0..<8).map { column in
      let bit = column >> (row % 4) & 1
      return Float(row < 4 ? bit : 1 - bit)
    }
  }

  private func recipe(seed: UInt64 = 1) -> Model.Recipe {
    var recipe = Model.Recipe(
      encoder: [.dense(24), .tanh], decoder: [.dense(24), .tanh, .dense(8)], features: 8, latent: 3,
      batchSize: 8)
    recipe.learningRate = 0.01
    recipe.seed = seed
    return recipe
  }

  @Test("training lowers the loss until data can be told from their codes")
  func learns() throws {
    let model = try Model(recipe(), machine: Machine()), data = Self.patterns
    let first = try #require(try model.step(data))
    #expect(first.reconstruction > 4.5)
    var last = first
    for _ in 0..<1500 { last = try #require(try model.step(data)) }
    #expect(last.total < 0.75 * first.total && last.divergence > 1, "\(first), \(last)")
    #expect((last.total - last.reconstruction - last.divergence).magnitude < 1e-5)
    let answers = try model.reconstructions(data, count: 8)
    #expect(answers.map { $0 > 0 ? 1 : 0 } == data)
    let codes = try model.codes(data, count: 8)
    #expect(codes.count == 24)
    #expect(try model.decode(codes, count: 8) == answers, "evaluation decodes the means")
    #expect(try model.samples(4).count == 32)
    #expect(try model.samples(4) == model.samples(4, seed: 1))
    #expect(try model.samples(4) != model.samples(4, seed: 2))
  }

  @Test("each update draws anew; a seed decides all, on every machine")
  func reproducible() throws {
    func run(_ seed: UInt64, _ machine: Machine) throws -> [UInt32] {
      let model = try Model(recipe(seed: seed), machine: machine)
      let losses = try (0..<4).map { _ in try #require(try model.step(Self.patterns)).total }
      return bits(losses) + model.store.allBits + bits(try model.samples(2))
    }
    let expected = try run(1, Machine(kernels: .plain))
    for machine in Machine.all + [Machine(threads: 2)] {
      #expect(try run(1, machine) == expected)
    }
    #expect(try run(2, Machine()) != expected)
    var still = recipe()
    still.learningRate = 0
    let model = try Model(still, machine: Machine())
    #expect(try model.step(Self.patterns) != model.step(Self.patterns))
  }

  @Test("numbers and shapes that do not fit are refused")
  func refused() throws {
    var wrong = small()
    wrong.decoder = [.dense(4)]
    #expect(
      throws: ShapeError.mismatch(operation: "bce", expected: Shape(3, 4), found: Shape(3, 5))
    ) { try Model(wrong, machine: Machine()) }
    let model = try Model(small(), machine: Machine()), before = model.store.allBits
    #expect(
      throws: ShapeError.mismatch(operation: "data", expected: Shape(3, 5), found: Shape(2))
    ) { try model.step([1, 2]) }
    #expect(
      throws: ShapeError.mismatch(operation: "input", expected: Shape(1, 2), found: Shape(3))
    ) { try model.decode([1, 2, 3], count: 1) }
    #expect(throws: ShapeError.invalid(operation: "samples", Shape(0, 2))) { try model.samples(0) }
    #expect(try model.step([Float](repeating: .nan, count: 15)) == nil)
    #expect(model.store.allBits == before)
  }

  @Test("the defaults and names are those of the documentation")
  func defaults() throws {
    let recipe = Model.Recipe(encoder: [], decoder: [], features: 2, latent: 2, batchSize: 1)
    #expect(recipe.reconstruction == .bce && recipe.beta == 1 && recipe.learningRate == 1e-3)
    #expect(recipe.seed == 1 && (recipe.optimizer as? Adam)?.moments.beta1 == 0.9)
    let model = try Model(small(), machine: Machine())
    let names = model.parameters.map { String(decoding: $0.name, as: UTF8.self) }
    #expect(
      names == [
        "encoder.0.weight", "encoder.0.bias", "mean.weight", "mean.bias", "logVariance.weight",
        "logVariance.bias", "decoder.0.weight", "decoder.0.bias", "decoder.2.weight",
        "decoder.2.bias",
      ])
  }
}
