import NeuralNet
import Plotting

/// Wrong answers in the training data.
struct LabelNoise {
  private let amount: Float

  init(_ options: Options) { amount = options.float("label-noise") }

  /// `data` with the share `amount` of its labels replaced by other ones, or, for a regression,
  /// with normal noise of that deviation added to the targets.
  func applied(to data: Dataset, seed: UInt64) -> Dataset {
    guard amount > 0 else { return data }
    var noisy = data
    var random = RandomStream(seed: seed, stream: .labels)
    switch data.task {
    case .regression:
      for index in noisy.targets.indices { noisy.targets[index] += amount * random.nextNormal() }
    case .binary:
      for row in wrongRows(data.count, &random) { noisy.targets[row] = 1 - noisy.targets[row] }
    case .classes(let count):
      for row in wrongRows(data.count, &random) {
        let shift = 1 + random.nextBelow(count - 1)
        noisy.targets[row] = Float((Int(noisy.targets[row]) + shift) % count)
      }
    }
    return noisy
  }

  /// Exactly the rounded share of all rows, drawn without replacement.
  private func wrongRows(_ count: Int, _ random: inout RandomStream) -> [Int] {
    var rows = (0..<Int32(count)).map { $0 }
    random.shuffle(&rows)
    let wrong = Int((min(amount, 1) * Float(count)).rounded(.toNearestOrEven))
    return rows.prefix(wrong).map { Int($0) }
  }
}
