import Testing

@testable import NeuralNet

/// Gradients of layers of images against central differences, in Float64.
struct ImageGradientTests {
  private func worst(_ layers: [Layer], _ shape: Shape, seed: Int) throws -> Double {
    try GradientCheck(element: { Double($0.number()) }, seed: seed) { graph, _ in
      let x = try graph.parameter(shape)
      let results = try graph.apply(layers, to: x)
      return try graph.anyLoss(of: try #require(results.last))
    }.worst
  }

  @Test("gradients of convolutions, whatever their options", arguments: 0..<12)
  func convolutions(seed: Int) throws {
    var numbers = TestNumbers(seed)
    func number(_ from: Int, _ count: Int) -> Int { from + numbers.below(count) }
    let groups = number(1, 2), channels = groups * number(1, 2), filters = groups * number(1, 3)
    let kernel = Extent(number(1, 3), number(1, 3))
    let layer = Layer.conv2d(
      filters, kernel: kernel, stride: Extent(number(1, 2), number(1, 2)),
      padding: Extent(number(0, 2), number(0, 2)), dilation: Extent(number(1, 2), number(1, 2)),
      groups: groups, bias: seed % 2 == 0)
    let shape = Shape(2, number(5, 2), number(5, 2), channels)
    #expect(try worst([layer], shape, seed: seed) < 1e-6)
  }

  @Test("gradients of transposed convolutions, whatever their options", arguments: 0..<8)
  func transposed(seed: Int) throws {
    var numbers = TestNumbers(seed)
    func number(_ from: Int, _ count: Int) -> Int { from + numbers.below(count) }
    let groups = number(1, 2), channels = groups * number(1, 2), filters = groups * number(1, 3)
    let layer = Layer.convTranspose2d(
      filters, kernel: Extent(number(2, 2), number(2, 2)), stride: Extent(2, number(1, 2)),
      padding: Extent(number(0, 2), number(0, 2)), outputPadding: Extent(number(0, 2), 0),
      dilation: Extent(number(1, 2), number(1, 2)), groups: groups, bias: seed % 2 == 0)
    let shape = Shape(2, number(3, 2), number(3, 2), channels)
    #expect(try worst([layer], shape, seed: seed) < 1e-6)
  }

  @Test("gradients of batch normalisation, of rows and of images")
  func batchNorm() throws {
    #expect(try worst([.batchNorm(), .tanh], Shape(5, 3), seed: 1) < 1e-5)
    #expect(try worst([.batchNorm(), .tanh], Shape(2, 4, 3), seed: 2) < 1e-5)
    #expect(
      try worst([.conv2d(2, kernel: 2), .batchNorm(), .relu], Shape(3, 3, 4, 2), seed: 3) < 1e-5)
  }

  @Test("gradients of convolutions along time and of pooling")
  func pooling() throws {
    let models: [[Layer]] = [
      [.conv1d(3, kernel: 3, stride: 2, padding: 2)], [.maxPool(2)],
      [.maxPool(3, stride: 2, padding: 1)], [.globalMaxPool], [.flatten],
      [.averagePool(2)], [.averagePool([3, 2], stride: 2, padding: 1)], [.globalAveragePool],
      [.upsample(2)],
      [.conv2d(2, kernel: 2), .maxPool(2, stride: 1), .flatten, .dense(2)],
    ]
    for (seed, model) in models.enumerated() {
      let isSequence = model[0].name == "conv1d"
      let shape = isSequence ? Shape(2, 7, 2) : Shape(2, 5, 4, 3)
      #expect(try worst(model, shape, seed: seed) < 1e-6, "\(model[0].name)")
    }
  }

  @Test("gradients of filters that are used twice are summed")
  func shared() throws {
    let check = try GradientCheck(element: { Double($0.number()) }, seed: 1) { graph, _ in
      let model: [Layer] = [.conv2d(2, kernel: 3, padding: 1), .tanh]
      let x = try graph.parameter(Shape(2, 4, 4, 2))
      let y = try graph.apply(model, to: x)[1]
      let again = try graph.apply(model, to: y, reusing: 1)[1]
      return try graph.anyLoss(of: again)
    }
    #expect(check.worst < 1e-6)
  }
}
