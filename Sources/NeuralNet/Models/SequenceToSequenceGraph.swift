/// The two halves of a sequence-to-sequence model, as they are added to a graph: first the encoder,
/// then the decoder, so that parameters have the same numbers in all graphs.
struct SequenceToSequenceGraph {
  let recipe: SequenceToSequence.Recipe
  var graph = Graph()

  init(_ recipe: SequenceToSequence.Recipe) { self.recipe = recipe }

  /// Adds source tokens `[rows, length]` and what has read them.
  mutating func encoder(
    rows: Int, length: Int
  ) throws(ShapeError) -> (source: Value, states: [RecurrentState]) {
    let source = try graph.input(Shape(rows, length)), recipe = recipe
    let states = try graph.scoped("encoder") { graph throws(ShapeError) in
      let x = try graph.embed(source, recipe.sourceVocabulary, recipe.width)
      return try graph.scoped("rnn") { graph throws(ShapeError) in
        try recipe.stack.add(to: &graph, x, givesSequence: false).states
      }
    }
    return (source, states)
  }

  /// Adds the tokens before those to be written, `[rows, length]`, and the logits of the latter,
  /// `[rows, length, vocabulary]`.
  mutating func decoder(
    rows: Int, length: Int, from initial: [RecurrentState]
  ) throws(ShapeError) -> (previous: Value, logits: Value, states: [RecurrentState]) {
    let previous = try graph.input(Shape(rows, length)), recipe = recipe
    return try graph.scoped("decoder") { graph throws(ShapeError) in
      let x = try graph.embed(previous, recipe.targetVocabulary, recipe.width)
      let result = try graph.scoped("rnn") { graph throws(ShapeError) in
        try recipe.stack.add(to: &graph, x, from: initial)
      }
      let logits = try graph.scoped("output") { graph throws(ShapeError) in
        try Layer.dense(recipe.targetVocabulary).build(&graph, result.sequence ?? x)
      }
      return (previous, logits, result.states)
    }
  }

  /// Adds states that come from outside, one for each layer.
  mutating func states(rows: Int) throws(ShapeError) -> [RecurrentState] {
    var states: [RecurrentState] = []
    for _ in 0..<recipe.stack.layers {
      let hidden = try graph.input(Shape(rows, recipe.stack.units))
      let cell = try recipe.stack.cell == .lstm ? graph.input(graph.shape(hidden)) : nil
      states.append(RecurrentState(hidden: hidden, cell: cell))
    }
    return states
  }
}

extension Graph {
  fileprivate mutating func embed(
    _ tokens: Value, _ vocabulary: Int, _ width: Int
  ) throws(ShapeError) -> Value {
    try scoped("embedding") { graph throws(ShapeError) in
      try Layer.embedding(vocabulary, width).build(&graph, tokens)
    }
  }
}
