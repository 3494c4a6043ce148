import NeuralNet
import Testing

/// Losses and accuracies on whole datasets.
struct EvaluationTests {
  @Test("Classes are right where the largest output is theirs, the first of equals")
  func classes() throws {
    let network = try identity(3)
    let data = try Dataset(
      features: [3, 1, 2, 1, 5, 5, 0, 0, 0, 1, 2, 3], targets: [0, 1, 2, 2], featureCount: 3,
      task: .classes(3))
    #expect(network.evaluate(data, loss: .crossEntropy).accuracy == 0.75)
  }

  @Test("A yes is a logit above 0, or another answer above one half")
  func binary() throws {
    let network = try identity(1)
    let data = try Dataset(
      features: [-2, 0.1, 0.4, 0.6], targets: [0, 1, 1, 1], featureCount: 1, task: .binary)
    #expect(network.evaluate(data, loss: .bce).accuracy == 1)
    #expect(network.evaluate(data, loss: .mse).accuracy == 0.5)
  }

  @Test("The loss is the mean over all rows, in chunks or not", arguments: [1, 700, 1024, 2600])
  func meanLoss(count: Int) throws {
    let network = try identity(2)
    var numbers = TestNumbers(count)
    let features = numbers.numbers(2 * count, scale: 3), targets = numbers.numbers(2 * count)
    let data = try Dataset(
      features: features, targets: targets, featureCount: 2, targetCount: 2, task: .regression)
    let evaluation = network.evaluate(data, loss: .mse)
    let exact = zip(features, targets).reduce(0.0) {
      $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
    }
    let mean = exact / Double(2 * count)
    #expect((Double(evaluation.loss) - mean).magnitude < 1e-6 * mean)
    #expect(evaluation.accuracy.isNaN)
    #expect(network.evaluate(data, loss: .mse).loss == evaluation.loss)
  }

  @Test("Data that do not fit give NaN")
  func unfit() throws {
    let network = try identity(2)
    let moons = SyntheticData.moons().make(seed: 1), blobs = SyntheticData.blobs().make(seed: 1)
    for (data, loss) in [(moons, Loss.bce), (moons, .crossEntropy), (blobs, .mse)] {
      #expect(network.evaluate(data, loss: loss).loss.isNaN)
    }
    var spoilt = SyntheticData.blobs(centers: 3).make(seed: 1)
    spoilt.targets[5] = 9
    #expect(try identity(2).evaluate(spoilt, loss: .crossEntropy).accuracy.isNaN)
  }

  /// A network that answers with its features.
  private func identity(_ count: Int) throws -> Network {
    let network = try Network(
      inputs: count, layers: [.dense(count, bias: false)], machine: .best())
    network.setValues(
      0, (0..<count * count).map { $0 % count == $0 / count ? 1 : 0 })
    return network
  }
}
