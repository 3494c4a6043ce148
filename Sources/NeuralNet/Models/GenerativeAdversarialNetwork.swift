/// A generator that turns noise into data, and a discriminator that tells them from real ones.
///
///     let gan = try GenerativeAdversarialNetwork(recipe, machine: .best())
///     for batch in batches { _ = try gan.step(real: batch) }
///     let points = try gan.samples(500)
///
/// Two programs on one store update the one and the other. The same recipe and data give the same
/// bits on every machine.
///
/// - Source: Generative Adversarial Nets, Goodfellow et al. 2014, algorithm 1.
public final class GenerativeAdversarialNetwork {
  /// Everything that decides a training but the data.
  public struct Recipe: Sendable {
    /// From noise `[batch, latent]` to data.
    public var generator: [Layer]
    /// From data to one logit a row.
    public var discriminator: [Layer]
    /// Numbers of noise in a row.
    public var latent: Int
    /// Numbers in a row of data.
    public var features: Int
    /// Rows of an update.
    public var batchSize: Int
    /// What both make small; default `nonSaturating`.
    public var loss = AdversarialLoss.nonSaturating
    /// How the generator's parameters change; default Adam with β1 = 0.5.
    public var generatorOptimizer: any Optimizer = Adam(beta1: 0.5)
    /// How the discriminator's change; default the same. With `wasserstein`, a `ParameterClipping`.
    public var discriminatorOptimizer: any Optimizer = Adam(beta1: 0.5)
    /// The size of both updates; default 0.001.
    public var learningRate: Float = 1e-3
    /// What the parameters start with; default `pytorchDefault`.
    public var initializer = Initializer.pytorchDefault
    /// What parameters and noise depend on; default 1.
    public var seed: UInt64 = 1

    /// A recipe with the defaults.
    public init(
      generator: [Layer], discriminator: [Layer], latent: Int, features: Int, batchSize: Int
    ) {
      self.generator = generator
      self.discriminator = discriminator
      self.latent = latent
      self.features = features
      self.batchSize = batchSize
    }
  }

  /// What was asked for.
  public let recipe: Recipe
  /// What each parameter is, named `generator…` and then `discriminator…`.
  public let parameters: [ParameterInfo]
  /// The numbers of all parameters.
  public let store: ParameterStore
  private let machine: Machine
  private let discriminator: AdversarialGraph
  private let generator: AdversarialGraph
  private let discriminatorUpdate: Program
  private let generatorUpdate: Program
  private var random: RandomStream

  /// Both networks with the parameters of the initializer.
  ///
  /// - Throws: `ShapeError` of the first layer that does not fit, or if the generator's result does
  ///   not have the data's shape.
  public init(_ recipe: Recipe, machine: Machine) throws(ShapeError) {
    generator = try AdversarialGraph(recipe, ofDiscriminator: false)
    discriminator = try AdversarialGraph(recipe, ofDiscriminator: true)
    parameters = generator.graph.parameterInfo
    store = ParameterStore(generator.graph, machine: machine)
    store.initialize(parameters, recipe.initializer, seed: recipe.seed)
    generatorUpdate = generator.update(recipe, recipe.generatorOptimizer, store, machine)
    discriminatorUpdate = discriminator.update(
      recipe, recipe.discriminatorOptimizer, store, machine)
    random = RandomStream(seed: recipe.seed, stream: .latentNoise)
    self.recipe = recipe
    self.machine = machine
  }
}

extension AdversarialGraph {
  fileprivate func update(
    _ recipe: GenerativeAdversarialNetwork.Recipe, _ optimizer: any Optimizer,
    _ store: ParameterStore, _ machine: Machine
  ) -> Program {
    var graph = graph
    let gradients = graph.differentiateParameters(loss)
    let program = Program(
      graph, keep: [loss], parameters: store, gradients: Array(gradients[group]), group: group,
      update: optimizer, machine: machine)
    program.learningRate = recipe.learningRate
    program.seed = recipe.seed
    return program
  }
}

extension ParameterStore {
  /// Gives every parameter the numbers of the initializer.
  func initialize(_ parameters: [ParameterInfo], _ initializer: Initializer, seed: UInt64) {
    for (index, info) in parameters.enumerated() {
      initializer.fill(parameter: info, values: values(index), seed: seed, index: index)
    }
  }
}

// MARK: - Training

extension GenerativeAdversarialNetwork {
  /// The losses before an update of each.
  public struct Losses: Equatable, Sendable {
    /// The discriminator's.
    public let discriminator: Float
    /// The generator's, after the discriminator's update.
    public let generator: Float
  }

  /// One update of the discriminator and one of the generator, each with noise of its own.
  ///
  /// - Parameter real: `[batchSize, features]`.
  /// - Returns: nil if a gradient was not finite; then that update was not done.
  /// - Throws: `ShapeError.mismatch` if the numbers are not as many as said.
  public func step(real: [Float]) throws(ShapeError) -> Losses? {
    guard let discriminator = try updateDiscriminator(real: real),
      let generator = try updateGenerator()
    else { return nil }
    return Losses(discriminator: discriminator, generator: generator)
  }

  /// One update of the discriminator alone; a critic gets several for each of the generator.
  ///
  /// - Parameters:
  ///   - real: `[batchSize, features]`.
  ///   - noise: `[batchSize, latent]`; default drawn.
  /// - Returns: its loss before, or nil if a gradient was not finite; then nothing was changed.
  /// - Throws: `ShapeError.mismatch` if the numbers are not as many as said.
  public func updateDiscriminator(
    real: [Float], noise: [Float]? = nil
  ) throws(ShapeError) -> Float? {
    if let input = discriminator.real {
      try discriminatorUpdate.write(input, all: real, as: "real")
    }
    return try run(discriminatorUpdate, discriminator, noise)
  }

  /// One update of the generator alone.
  ///
  /// - Parameter noise: `[batchSize, latent]`; default drawn.
  /// - Returns: its loss before, or nil if a gradient was not finite; then nothing was changed.
  /// - Throws: `ShapeError.mismatch` if the numbers are not as many as said.
  public func updateGenerator(noise: [Float]? = nil) throws(ShapeError) -> Float? {
    try run(generatorUpdate, generator, noise)
  }

  private func run(
    _ program: Program, _ model: AdversarialGraph, _ noise: [Float]?
  ) throws(ShapeError) -> Float? {
    let drawn = noise ?? random.nextNormals(recipe.batchSize * recipe.latent)
    try program.write(model.noise, all: drawn, as: "noise")
    return program.run() ? program.read(model.loss)[0] : nil
  }
}

// MARK: - Asking

extension GenerativeAdversarialNetwork {
  /// What the generator makes of noise that depends on the seed, `[count, features]`.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, or too many to count.
  public func samples(_ count: Int, seed: UInt64 = 1) throws(ShapeError) -> [Float] {
    var graph = Graph(), random = RandomStream(seed: seed, stream: .samples)
    let noise = try graph.input(Shape(count, recipe.latent))
    let data = try graph.part("generator", recipe.generator, noise)
    return try answer(graph, data, noise, random.nextNormals(count * recipe.latent))
  }

  /// The discriminator's logits for data `[count, features]`: above 0 where it takes them for real,
  /// but for the losses `leastSquares` and `wasserstein`.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, too many to count, or not as many
  ///   numbers as said.
  public func judge(_ data: [Float], count: Int) throws(ShapeError) -> [Float] {
    var graph = Graph()
    // The generator comes first, so that parameters have the numbers that they have in training.
    let noise = try graph.input(Shape(1, recipe.latent))
    _ = try graph.part("generator", recipe.generator, noise)
    let input = try graph.input(Shape(count, recipe.features))
    let logits = try graph.part("discriminator", recipe.discriminator, input)
    return try answer(graph, logits, input, data)
  }

  private func answer(
    _ graph: Graph, _ result: Value, _ input: Value, _ rows: [Float]
  ) throws(ShapeError) -> [Float] {
    let program = Program(
      graph, keep: [result], parameters: store, evaluating: true, machine: machine)
    try program.write(input, all: rows, as: "input")
    program.run()
    return program.read(result)
  }
}
