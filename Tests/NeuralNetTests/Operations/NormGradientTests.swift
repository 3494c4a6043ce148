import Testing

@testable import NeuralNet

/// The gradients of norms, tables and positions against central differences in Float64.
struct NormGradientTests {
  private func expectRight(_ layers: [Layer]) throws {
    for seed in 0..<6 {
      for sharing in [true, false] {
        let check = try GradientCheck(
          sharing: sharing, element: GradientCheck.awayFromZero, seed: seed
        ) { graph, numbers in
          let shape = Shape(
            1 + numbers.below(3), 1 + numbers.below(4), 2 + numbers.below(20))
          let x = try graph.parameter(shape)
          let y = try #require(try graph.apply(layers, to: x).last)
          return try graph.anyLoss(of: y)
        }
        #expect(check.worst < 1e-5, "\(layers[0].name.text), seed \(seed), error \(check.worst)")
      }
    }
  }

  // Gradients of short rows that are nearly constant cancel: 1e-5 is what differences still tell.
  @Test("the gradients of norms, positions and softmax with temperature")
  func layers() throws {
    try expectRight([.layerNorm(epsilon: 0.1)])
    try expectRight([.rmsNorm(epsilon: 0.1)])
    try expectRight([.softmax(temperature: 0.7)])
    try expectRight([.positions(.learned, length: 6)])
    try expectRight([.positions(.sinusoidal)])
  }

  @Test("the gradient of an embedding")
  func embedding() throws {
    for seed in 0..<6 {
      var numbers = TestNumbers(seed)
      let vocabulary = 1 + numbers.below(4), width = 1 + numbers.below(6)
      let check = try GradientCheck(
        element: GradientCheck.awayFromZero, seed: seed
      ) { graph, numbers in
        // Inputs of the check are drawn in [-1, 1), which are no tokens: a constant is one.
        let tokens = try graph.add(Fill(Float(vocabulary - 1)), [])
        let y = try graph.apply([.embedding(vocabulary, width)], to: tokens)[0]
        return try graph.anyLoss(of: y)
      }
      #expect(check.worst < 1e-6, "seed \(seed), error \(check.worst)")
    }
  }
}
