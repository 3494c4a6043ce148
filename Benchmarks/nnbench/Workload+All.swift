import NeuralNet

extension Workload {
  /// The measured networks; Benchmarks/peers holds the same for the others.
  static let all = [
    toy("W1", batch: 200, steps: 1000),
    toy("W2", batch: 10, steps: 10_000),
    sweep,
    digits,
    convolutional,
    recurrent,
    transformer(),
    autoencoder,
  ]

  /// Two moons: the full batch, or small ones.
  private static func toy(_ name: String, batch: Int, steps: Int) -> Workload {
    Workload(
      name: name, input: Shape(batch, 2), layers: moons, loss: .bce, optimizer: SGD(momentum: 0.9),
      learningRate: 0.1, steps: steps)
  }

  private static let moons: [Layer] = [.dense(16), .tanh, .dense(16), .tanh, .dense(1)]

  /// 12 learning rates times 5 seeds of the network of W1.
  private static let sweep = Workload(
    name: "W3", input: Shape(200, 2), layers: moons, loss: .bce, optimizer: SGD(momentum: 0.9),
    learningRate: 0.01, steps: 200, members: 60)

  /// A perceptron for MNIST.
  private static let digits = Workload(
    name: "W4", input: Shape(64, 784),
    layers: [.dense(256), .relu, .dense(128), .relu, .dense(10)], loss: .crossEntropy,
    optimizer: Adam(), learningRate: 0.001, steps: 100)

  /// Two convolutions on pictures of MNIST's size.
  private static let convolutional = Workload(
    name: "W5", input: Shape(64, 784),
    layers: [
      .reshape([28, 28, 1]), .conv2d(8, kernel: 3), .relu, .maxPool(2), .conv2d(16, kernel: 3),
      .relu, .maxPool(2), .flatten, .dense(10),
    ],
    loss: .crossEntropy, optimizer: Adam(), learningRate: 0.001, steps: 20)

  /// An LSTM over fifty places, judged by its last state.
  private static let recurrent = Workload(
    name: "W6", input: Shape(32, 50, 8), layers: [.lstm(64, returns: .last), .dense(1)], loss: .mse,
    optimizer: Adam(), learningRate: 0.001, steps: 20)

  /// A convolutional autoencoder of pictures of MNIST's size.
  private static let autoencoder = Workload(
    name: "W8", input: Shape(64, 784),
    layers: [
      .reshape([28, 28, 1]), .conv2d(16, kernel: 3, stride: 2, padding: 1), .relu,
      .conv2d(32, kernel: 3, stride: 2, padding: 1), .relu, .flatten, .dense(32), .dense(1568),
      .reshape([7, 7, 32]),
      .convTranspose2d(16, kernel: 3, stride: 2, padding: 1, outputPadding: 1), .relu,
      .convTranspose2d(1, kernel: 3, stride: 2, padding: 1, outputPadding: 1),
    ],
    loss: .mse, optimizer: Adam(), learningRate: 0.001, steps: 10)

  /// A character-level Transformer, causal.
  static func transformer(batch: Int = 16, context: Int = 128, depth: Int = 4) -> Workload {
    let block = Layer.transformerEncoder(
      heads: 4, feedForward: 512, normFirst: true, activation: .gelu, causal: true)
    return Workload(
      name: "W7", input: Shape(batch, context), vocabulary: 65,
      layers: [.embedding(65, 128), .positions(.learned, length: context)]
        + [Layer](repeating: block, count: depth) + [.layerNorm(), .dense(65)],
      loss: .crossEntropy, optimizer: Adam(), learningRate: 0.001, steps: 2)
  }
}
