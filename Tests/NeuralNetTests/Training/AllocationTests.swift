// The packages of a part of the repository have no counter.
#if canImport(AllocationCounter)
  import AllocationCounter
  import NeuralNet
  import Testing

  /// Memory that training takes while it runs: none.
  struct AllocationTests {
    @Test("A training step after the first allocates nothing", arguments: [1, 2])
    func steps(threads: Int) throws {
      let trainer = try trainer(threads: threads)
      _ = trainer.runEpoch()
      let before = allocations_of_thread()
      for _ in 0..<100 { _ = trainer.runEpoch() }
      let after = allocations_of_thread()
      #expect(after == before && trainer.stepCount == 101 * 7)
    }

    @Test("Allocations are counted at all")
    func counter() {
      guard allocations_of_thread() >= 0 else { return }
      let taken = allocations_of_thread(), held = blocks_held_by_thread()
      let block = UnsafeMutableRawPointer.allocate(byteCount: 10, alignment: 16)
      let one = (taken: allocations_of_thread(), held: blocks_held_by_thread())
      block.deallocate()
      let none = (taken: allocations_of_thread(), held: blocks_held_by_thread())
      #expect(one.taken == taken + 1 && one.held == held + 1)
      #expect(none.taken == taken + 1 && none.held == held)
    }

    // The history is the only thing that grows: it is one block.
    @Test("A run of 1,000 epochs that is judged and watched holds no more memory at its end")
    func flat() throws {
      let trainer = try trainer(threads: 1, epochs: 1010)
      let validation = SyntheticData.moons(samples: 64).make(seed: 2)
      var plan = RunPlan(validation: validation, judgesTraining: true, maximumSteps: 70)
      var observed = 0
      let observer = Observer(.epochs(every: 10), outputEdges: [-1, 0, 1]) { _ in observed += 1 }
      _ = trainer.run(plan, observer: observer)
      plan.maximumSteps = nil
      let before = blocks_held_by_thread()
      let history = trainer.run(plan, observer: observer)
      let after = blocks_held_by_thread()
      #expect(history.epochs.count == 1000 && observed == 101)
      #expect(after - before <= 2)
    }

    /// Six batches of 16 and a short one, shuffled, with dropout.
    private func trainer(threads: Int, epochs: Int = 1) throws -> Trainer {
      try Trainer(
        TrainingRecipe(
          layers: [.dense(32), .tanh, .dropout(0.2), .dense(16), .relu, .dense(1)], loss: .bce,
          optimizer: Adam(), learningRate: 0.01, epochs: epochs, batchSize: 16),
        data: SyntheticData.moons(samples: 100).make(seed: 1), machine: Machine(threads: threads))
    }
  }
#endif
