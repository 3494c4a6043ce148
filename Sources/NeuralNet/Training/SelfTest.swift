/// Networks whose training is compared between machines: together they use most kinds of steps.
public enum SelfTestModel: Int32, CaseIterable, Sendable {
  /// 2-16-16-1 with tanh, on points of the moons: Adam on all rows, then SGD with momentum on batches
  /// of 32, the last one short.
  case dense
  /// Convolution, batch norm, pooling and dropout on small pictures.
  case convolutional
  /// An LSTM that shall remember the beginning of a sequence.
  case recurrent
  /// Attention with positions, layer norm and dropout on the same sequences.
  case transformer
}

/// The hash of a small network's parameters after a fixed training: equal on every machine, with
/// every instance of the kernels, and in the browser.
public func selfTestDigest(
  _ model: SelfTestModel = .dense, steps: Int, kernels: KernelChoice = .best, threads: Int = 1
) -> UInt64 {
  let machine = Machine(kernels: kernels, threads: threads)
  do throws(ShapeError) {
    guard model == .dense else { return try model.digest(steps: steps, machine) }
    return try denseDigest(steps: steps, machine)
  } catch {
    return 0  // cannot be: the shapes fit
  }
}

/// The same for the dense model alone, which is in the browser too.
public func selfTestDenseDigest(steps: Int) -> UInt64 {
  do throws(ShapeError) {
    return try denseDigest(steps: steps, Machine())
  } catch {
    return 0  // cannot be: the shapes fit
  }
}

private func denseDigest(steps: Int, _ machine: Machine) throws(ShapeError) -> UInt64 {
  let data = SyntheticData.moons(samples: 200, noise: 0.1).make(seed: 1)
  let layers: [Layer] = [.dense(16), .tanh, .dense(16), .tanh, .dense(1)]
  var recipe = TrainingRecipe(
    layers: layers, loss: .bce, optimizer: Adam(), learningRate: 0.01, seed: 1)
  let first = try Trainer(recipe, data: data, machine: machine)
  for _ in 0..<max(steps, 0) { _ = first.runEpoch() }
  recipe.optimizer = SGD(momentum: 0.9)
  recipe.batchSize = 32
  let second = try Trainer(recipe, data: data, machine: machine)
  for parameter in second.network.parameters.indices {
    second.network.setValues(parameter, first.network.values(parameter))
  }
  for _ in 0..<2 { _ = second.runEpoch() }
  return second.network.digest()
}

extension SelfTestModel {
  /// Steps of AdamW on all rows.
  fileprivate func digest(steps: Int, _ machine: Machine) throws(ShapeError) -> UInt64 {
    let recipe = TrainingRecipe(
      layers: layers, loss: self == .convolutional ? .crossEntropy : .bce, optimizer: AdamW(),
      learningRate: 0.01, seed: 1)
    let trainer = try Trainer(recipe, data: data.make(seed: 1), machine: machine)
    for _ in 0..<max(steps, 0) { _ = trainer.runEpoch() }
    return trainer.network.digest()
  }

  private var data: SyntheticData {
    self == .convolutional ? .shapes(samples: 40) : .firstBit(samples: 24, length: 9)
  }

  private var layers: [Layer] {
    switch self {
    case .dense: []
    case .convolutional:
      [
        .reshape([8, 8, 1]), .conv2d(5, kernel: 3, padding: 1), .batchNorm(), .relu, .maxPool(2),
        .conv2d(6, kernel: 3), .gelu, .dropout(0.2), .flatten, .dense(4),
      ]
    case .recurrent: [.reshape([9, 1]), .lstm(7, returns: .last), .dense(1)]
    case .transformer:
      [
        .reshape([9, 1]), .dense(8), .positions(.sinusoidal),
        .transformerEncoder(heads: 2, feedForward: 20, dropout: 0.1), .flatten, .dense(1),
      ]
    }
  }
}
