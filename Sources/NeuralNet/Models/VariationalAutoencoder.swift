/// An autoencoder whose codes are distributions: it can be asked for new data.
///
///     let model = try VariationalAutoencoder(recipe, machine: .best())
///     for batch in batches { _ = try model.step(batch) }
///     let pictures = try model.samples(16)
///
/// The encoder's last numbers become µ and log σ² by a dense layer each, the code is
/// `z = µ + e^(½ log σ²) ε` with ε drawn from N(0, 1) in training and 0 in evaluation, and the loss
/// is `reconstruction + beta · KL(N(µ, σ²) ‖ N(0, 1))`, both summed over a row and averaged over
/// rows.
///
/// - Source: Auto-Encoding Variational Bayes, Kingma and Welling 2014; beta of Higgins et al. 2017.
public final class VariationalAutoencoder {
  /// Everything that decides a training but the data.
  public struct Recipe: Sendable {
    /// From data to what µ and log σ² are computed from.
    public var encoder: [Layer]
    /// From codes `[batch, latent]` to data, or to logits if the reconstruction's loss takes these.
    public var decoder: [Layer]
    /// Numbers in a row of data.
    public var features: Int
    /// Numbers in a code.
    public var latent: Int
    /// Rows of an update.
    public var batchSize: Int
    /// What the reconstruction is judged by; default binary cross-entropy of logits.
    public var reconstruction = Loss.bce
    /// What the divergence counts for; default 1.
    public var beta: Float = 1
    /// How the parameters change; default Adam.
    public var optimizer: any Optimizer = Adam()
    /// The size of an update; default 0.001.
    public var learningRate: Float = 1e-3
    /// What the parameters start with; default `pytorchDefault`.
    public var initializer = Initializer.pytorchDefault
    /// What parameters and noise depend on; default 1.
    public var seed: UInt64 = 1

    /// A recipe with the defaults.
    public init(
      encoder: [Layer], decoder: [Layer], features: Int, latent: Int, batchSize: Int
    ) {
      self.encoder = encoder
      self.decoder = decoder
      self.features = features
      self.latent = latent
      self.batchSize = batchSize
    }
  }

  /// A batch's losses, averaged over its rows.
  public struct Losses: Equatable, Sendable {
    /// What the codes lose of the data.
    public let reconstruction: Float
    /// How far the codes are from N(0, 1), without beta.
    public let divergence: Float
    /// What was made small.
    public let total: Float
  }

  /// What was asked for.
  public let recipe: Recipe
  /// What each parameter is: `encoder…`, `mean`, `logVariance`, `decoder…`.
  public let parameters: [ParameterInfo]
  /// The numbers of all parameters.
  public let store: ParameterStore
  private let machine: Machine
  private let model: VariationalGraph
  private let update: Program

  /// A network with the parameters of the initializer.
  ///
  /// - Throws: `ShapeError` of the first layer that does not fit, or if the decoder's result does
  ///   not have the data's shape.
  public convenience init(_ recipe: Recipe, machine: Machine) throws(ShapeError) {
    try self.init(recipe, machine: machine, givesNoise: false)
  }

  /// - Parameter givesNoise: whether ε comes with each step, for comparisons with others' noise.
  init(_ recipe: Recipe, machine: Machine, givesNoise: Bool) throws(ShapeError) {
    var model = try VariationalGraph(recipe, rows: recipe.batchSize, givesNoise: givesNoise)
    store = ParameterStore(model.graph, machine: machine)
    parameters = model.graph.parameterInfo
    let gradients = model.graph.differentiateParameters(model.total)
    update = Program(
      model.graph, keep: [model.total, model.reconstruction, model.divergence], parameters: store,
      gradients: gradients, update: recipe.optimizer, machine: machine)
    update.learningRate = recipe.learningRate
    update.seed = recipe.seed
    store.initialize(parameters, recipe.initializer, seed: recipe.seed)
    self.model = model
    self.recipe = recipe
    self.machine = machine
  }

  /// One update.
  ///
  /// - Parameter data: `[batchSize, features]`.
  /// - Returns: the losses before it, or nil if a gradient was not finite; then nothing was
  ///   changed.
  /// - Throws: `ShapeError.mismatch` if the numbers are not as many as said.
  public func step(_ data: [Float]) throws(ShapeError) -> Losses? { try step(data, noise: nil) }

  func step(_ data: [Float], noise: [Float]?) throws(ShapeError) -> Losses? {
    try update.write(model.input, all: data, as: "data")
    if let noise { try update.write(model.noise, all: noise, as: "noise") }
    guard update.run() else { return nil }
    return Losses(
      reconstruction: update.read(model.reconstruction)[0],
      divergence: update.read(model.divergence)[0], total: update.read(model.total)[0])
  }
}

// MARK: - Asking

extension VariationalAutoencoder {
  /// The means of the codes of data `[count, features]`: `[count, latent]`.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, too many to count, or not as many
  ///   numbers as said.
  public func codes(_ data: [Float], count: Int) throws(ShapeError) -> [Float] {
    let model = try VariationalGraph(recipe, rows: count)
    return try answer(model.graph, model.mean, model.input, data)
  }

  /// What the decoder makes of the data's mean codes, `[count, features]`: logits if the loss takes
  /// them.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, too many to count, or not as many
  ///   numbers as said.
  public func reconstructions(_ data: [Float], count: Int) throws(ShapeError) -> [Float] {
    let model = try VariationalGraph(recipe, rows: count)
    return try answer(model.graph, model.output, model.input, data)
  }

  /// What the decoder makes of codes `[count, latent]`: `[count, features]`.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, too many to count, or not as many
  ///   numbers as said.
  public func decode(_ codes: [Float], count: Int) throws(ShapeError) -> [Float] {
    // The encoder comes first, so that parameters have the numbers that they have in training.
    let model = try VariationalGraph(recipe, rows: 1)
    var graph = model.graph
    let input = try graph.input(Shape(count, recipe.latent))
    let data = try graph.part("decoder", recipe.decoder, input, reusing: model.firstOfDecoder)
    return try answer(graph, data, input, codes)
  }

  /// What the decoder makes of codes drawn from N(0, 1), `[count, features]`.
  ///
  /// - Throws: `ShapeError` if there are fewer than one row, or too many to count.
  public func samples(_ count: Int, seed: UInt64 = 1) throws(ShapeError) -> [Float] {
    let shape = Shape(count, recipe.latent)
    guard shape.isValid else { throw .invalid(operation: "samples", shape) }
    var random = RandomStream(seed: seed, stream: .samples)
    return try decode(random.nextNormals(shape.count), count: count)
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
