import Testing

@testable import NeuralNet

/// Learning rates against PyTorch's, and golden values.
struct ScheduleTests {
  struct Reference: Sendable {
    let schedule: Schedule
    let base: Double
    let rates: [Double]
    let momenta: [Double]?
  }

  struct PlateauReference: Sendable {
    let rule: Plateau
    let rates: [Double]
  }

  @Test("all rates and momenta are those of PyTorch", arguments: references)
  func pyTorch(reference: Reference) {
    for (t, expected) in reference.rates.enumerated() {
      let found = reference.schedule.exactRate(at: t, base: reference.base)
      // The references have nine digits, and PyTorch multiplies where we take a power.
      #expect((found - expected).magnitude <= 1e-8 * expected + 1e-17, "\(t): \(found) \(expected)")
      #expect(reference.schedule.rate(at: t, base: Float(reference.base)).isFinite)
      guard let momenta = reference.momenta else {
        #expect(reference.schedule.momentum(at: t) == nil)
        continue
      }
      let momentum = reference.schedule.momentum(at: t) ?? .nan
      #expect((momentum - momenta[t]).magnitude < 1e-8, "\(t): \(momentum)")
    }
  }

  @Test("reductions on a plateau are those of PyTorch", arguments: plateaus)
  func plateau(reference: PlateauReference) {
    var state = Plateau.State(reference.rule, base: 0.1)
    for (epoch, (number, expected)) in zip(Self.watched, reference.rates).enumerated() {
      state.observe(number)
      #expect((state.rate - expected).magnitude < 1e-8 * expected, "\(epoch): \(state.rate)")
    }
  }

  @Test("golden values: cosine over 4, one cycle over 10, the Transformer's peak")
  func golden() {
    let cosine = (0...4).map { Schedule.cosine(over: 4).rate(at: $0, base: 0.1) }
    for (found, expected) in zip(cosine, [0.1, 0.0853553, 0.05, 0.0146447, 0] as [Float]) {
      #expect((found - expected).magnitude < 1e-7)
    }
    let expected: [Float] = [
      0.004, 0.052, 0.1, 0.0950485, 0.0811746, 0.0611262, 0.0388742, 0.0188258, 0.00495194, 4e-7,
    ]
    for (t, expected) in expected.enumerated() {
      #expect((Schedule.oneCycle(total: 10).rate(at: t, base: 0.1) - expected).magnitude < 1e-7)
    }
    let peak = Schedule.inverseSquareRoot().rate(at: 3999, base: 1)
    #expect((peak - 6.99e-4).magnitude < 1e-6)
    #expect(Schedule.inverseSquareRoot().rate(at: 3998, base: 1) < peak)
    #expect(Schedule.inverseSquareRoot().rate(at: 4000, base: 1) < peak)
  }

  @Test("a run that is longer than its one cycle stays at the end")
  func afterTheEnd() {
    let cycle = Schedule.oneCycle(total: 10)
    #expect(cycle.rate(at: 1000, base: 0.1) == cycle.rate(at: 9, base: 0.1))
    #expect(cycle.momentum(at: 1000) == 0.95)
  }

  @Test("numbers that make no sense give finite rates")
  func nonsense() {
    let schedules: [Schedule] = [
      .step(every: 0), .multiStep(at: []), .cosine(over: -1), .cosineRestarts(first: 0, factor: 0),
      .oneCycle(total: 0), .oneCycle(total: 5, share: 0), .oneCycle(total: 5, share: 1),
      .oneCycle(total: 5, share: 0.2), .warmup(over: 0), .inverseSquareRoot(width: 0, warmup: 0),
    ]
    for schedule in schedules {
      for t in [-1, 0, 1, 2, 10, 1_000_000] {
        #expect(schedule.rate(at: t, base: 0.1).isFinite, "\(schedule.numbers) at \(t)")
      }
    }
  }

  @Test("a watched number that is NaN is no progress")
  func notANumber() {
    var state = Plateau.State(Plateau(patience: 1), base: 1)
    for number in [0.5, .nan, .nan] { state.observe(number) }
    #expect(state.rate == 0.1)
  }

  @Test("schedules are equal if they do the same, and the defaults are those of the documentation")
  func equality() {
    #expect(Schedule.constant.isConstant && !Schedule.cosine(over: 3).isConstant)
    #expect(Schedule.step(every: 3) == .step(every: 3, gamma: 0.1, unit: .epoch))
    #expect(Schedule.step(every: 3) != .step(every: 3, unit: .step))
    #expect(Schedule.cosine(over: 3) == .cosine(over: 3, minimum: 0, unit: .epoch))
    #expect(Schedule.cosine(over: 3) != .cosine(over: 4))
    #expect(Schedule.cosineRestarts(first: 3) == .cosineRestarts(first: 3, factor: 1, minimum: 0))
    #expect(
      Schedule.oneCycle(total: 9)
        == .oneCycle(
          total: 9, share: 0.3, isLinear: false, momentum: (0.95, 0.85), divisor: 25,
          finalDivisor: 1e4, threePhases: false, unit: .step))
    #expect(Schedule.oneCycle(total: 9, momentum: nil).momentum(at: 3) == nil)
    #expect(Schedule.warmup() == .warmup(over: 5, from: 1.0 / 3, then: .constant, unit: .step))
    #expect(Schedule.warmup(then: .cosine(over: 3)) != .warmup(then: .cosine(over: 4)))
    #expect(Schedule.inverseSquareRoot() == .inverseSquareRoot(width: 512, warmup: 4000))
    #expect(Schedule.plateau() == .plateau(Plateau(patience: 10)))
    #expect(Schedule.plateau() != .plateau(Plateau(patience: 9)))
  }
}
