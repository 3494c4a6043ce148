/// A variational autoencoder as a graph for a number of rows.
struct VariationalGraph {
  var graph = Graph()
  let input: Value
  /// `[rows, latent]`, as all that concerns codes.
  let mean: Value
  let logVariance: Value
  let noise: Value
  /// What the decoder makes of the codes, `[rows, features]`.
  let output: Value
  let reconstruction: Value
  let divergence: Value
  let total: Value
  /// The number of the decoder's first parameter.
  let firstOfDecoder: Int

  /// - Throws: `ShapeError` of the first layer that does not fit, or if the decoder's result does
  ///   not have the data's shape.
  init(
    _ recipe: VariationalAutoencoder.Recipe, rows: Int, givesNoise: Bool = false
  ) throws(ShapeError) {
    let codes = Shape(rows, recipe.latent), head = Layer.dense(recipe.latent)
    input = try graph.input(Shape(rows, recipe.features))
    let hidden = try graph.part("encoder", recipe.encoder, input)
    mean = try graph.scoped("mean") { graph throws(ShapeError) in try head.build(&graph, hidden) }
    logVariance = try graph.scoped("logVariance") { graph throws(ShapeError) in
      try head.build(&graph, hidden)
    }
    noise = try givesNoise ? graph.input(codes) : graph.randomNormal(codes)
    let µ = Formula(mean), logVariance = Formula(logVariance), ε = Formula(noise)
    let code = try graph.add(µ + exp(0.5 * logVariance) * ε)
    firstOfDecoder = graph.parameters.count
    output = try graph.part("decoder", recipe.decoder, code)
    let loss = try recipe.reconstruction.reduced(to: .sum).add(to: &graph, output, input)
    reconstruction = try graph.add(Formula(loss) / Formula(Float(rows)))
    divergence = try graph.add(gaussianDivergence(mean: µ, logVariance: logVariance))
    total = try graph.add(Formula(reconstruction) + Formula(recipe.beta) * Formula(divergence))
  }
}
