import NeuralNet
import Testing

/// The same bits on every instance of the kernels, with any number of threads.
struct DeterminismTests {
  /// The digest of the dense model was made by an AVX-512 machine, the others by one with AVX2; the
  /// browser's module must give them too.
  static let digests: [(SelfTestModel, UInt64)] = [
    (.dense, 13_188_683_962_293_707_922), (.convolutional, 2_767_060_557_520_980_459),
    (.recurrent, 5_293_290_197_083_303_061), (.transformer, 11_399_762_136_169_099_755),
  ]

  @Test("Fifty steps of each model have one digest everywhere", arguments: digests)
  func selfTest(model: SelfTestModel, expected: UInt64) {
    for choice in KernelChoice.all + [.plain] {
      for threads in [1, 2] {
        let digest = selfTestDigest(model, steps: 50, kernels: choice, threads: threads)
        let instance = String(decoding: choice.name, as: UTF8.self)
        #expect(digest == expected, "\(instance), \(threads) threads")
      }
    }
    #expect(selfTestDigest(model, steps: 49) != expected)
  }

  @Test("Fifty steps of a wider network give the same bits on every machine")
  func machines() throws {
    let machines = Machine.all + [Machine(threads: 2), Machine(kernels: .plain)]
    let digests = try machines.map { try digest($0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  /// Ten classes, batches of 48 and a short one of 20, wide enough to be split over threads.
  private func digest(_ machine: Machine) throws -> UInt64 {
    var numbers = TestNumbers(3)
    let data = try Dataset(
      features: numbers.numbers(500 * 60), targets: (0..<500).map { Float($0 * 7 % 10) },
      featureCount: 60, task: .classes(10))
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(130), .relu, .dense(70), .gelu, .dense(10)], loss: .crossEntropy,
        optimizer: AdamW(), learningRate: 0.001, batchSize: 48), data: data, machine: machine)
    while trainer.stepCount < 50 { _ = try finished(trainer.runEpoch()) }
    return trainer.network.digest()
  }
}
