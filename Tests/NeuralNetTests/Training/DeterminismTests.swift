import NeuralNet
import Testing

/// The same bits on every instance of the kernels, with any number of threads.
struct DeterminismTests {
  // Made by an AVX-512 machine; the browser's module must give it too.
  @Test("The self-test has one digest everywhere")
  func selfTest() {
    for choice in KernelChoice.all + [.plain] {
      let digest = selfTestDigest(steps: 50, kernels: choice)
      let instance = String(decoding: choice.name, as: UTF8.self)
      #expect(digest == 13_188_683_962_293_707_922, "\(instance)")
    }
    #expect(selfTestDigest(steps: 49) != selfTestDigest(steps: 50))
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
