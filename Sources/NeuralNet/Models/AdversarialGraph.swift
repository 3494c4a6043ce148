/// A generator and a discriminator as a graph for one of their two updates.
///
/// Each update has a graph of its own, so that none computes, or measures, what only the other
/// needs; the parameters have the same numbers in both: the generator's first.
struct AdversarialGraph {
  var graph = Graph()
  let noise: Value
  /// Real data, of the discriminator's update.
  let real: Value?
  let loss: Value
  /// The number of the discriminator's first parameter.
  let firstOfDiscriminator: Int

  /// - Throws: `ShapeError` of the first layer that does not fit, or if the generator's result does
  ///   not have the data's shape.
  init(
    _ recipe: GenerativeAdversarialNetwork.Recipe, ofDiscriminator: Bool
  ) throws(ShapeError) {
    let data = Shape(recipe.batchSize, recipe.features)
    noise = try graph.input(Shape(recipe.batchSize, recipe.latent))
    let generated = try graph.part("generator", recipe.generator, noise)
    guard graph.shape(generated) == data else {
      throw .mismatch(operation: "generator", expected: data, found: graph.shape(generated))
    }
    firstOfDiscriminator = graph.parameters.count
    let logits = try graph.part("discriminator", recipe.discriminator, generated)
    guard ofDiscriminator else {
      real = nil
      loss = try graph.add(recipe.loss.generator(generated: Formula(logits)))
      return
    }
    let real = try graph.input(data)
    let ofReal = try graph.part(
      "discriminator", recipe.discriminator, real, reusing: firstOfDiscriminator)
    loss = try graph.add(
      recipe.loss.discriminator(real: Formula(ofReal), generated: Formula(logits)))
    self.real = real
  }

  /// The parameters that this update changes.
  var group: Range<Int> {
    real == nil ? 0..<firstOfDiscriminator : firstOfDiscriminator..<graph.parameters.count
  }
}

extension Graph {
  /// Applies a model whose parameters are named after the part that it is.
  mutating func part(
    _ name: StaticString, _ layers: [Layer], _ x: Value, reusing first: Int? = nil
  ) throws(ShapeError) -> Value {
    try scoped(name) { graph throws(ShapeError) in
      try graph.apply(layers, to: x, reusing: first).last ?? x
    }
  }
}
