import NeuralNet
import Testing

/// Philox against its authors' numbers, and what the distributions promise.
struct RandomTests {
  /// Counter, key and block: kat_vectors of Random123 1.09 (Salmon et al.), "philox4x32 10".
  private static let answers: [(SIMD4<UInt32>, SIMD2<UInt32>, SIMD4<UInt32>)] = [
    ([0, 0, 0, 0], [0, 0], [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
    (
      SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
      [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
    ),
    (
      [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], [0xA409_3822, 0x299F_31D0],
      [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
    ),
  ]

  @Test("Philox gives the known answers", arguments: answers)
  func knownAnswers(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>) {
    #expect(Philox.block(counter: counter, key: key) == expected)
  }

  @Test("A stream is the blocks of its use, one after the other")
  func streamIsBlocks() {
    var random = RandomStream(seed: 0x1234_5678_9ABC, stream: .init(use: 16, index: 3))
    for block: UInt32 in 0..<3 {
      let words = Philox.block(counter: SIMD4(block, 0, 16, 3), key: SIMD2(0x5678_9ABC, 0x1234))
      for i in 0..<4 { #expect(random.next() == words[i]) }
    }
  }

  @Test("Uses, indices and seeds share no beginning")
  func streamsDiffer() {
    let streams: [RandomStream.Stream] = [
      .initialization(parameter: 0), .initialization(parameter: 1), .data, .noise, .labels,
      .shuffle(epoch: 0), .shuffle(epoch: 1), .split, .dropout(layer: 0), .normal(operation: 0),
      .latentNoise, .samples, .init(use: 16),
    ]
    var firsts: Set<UInt32> = []
    for seed: UInt64 in [1, 2, 1 << 32] {
      for stream in streams {
        var random = RandomStream(seed: seed, stream: stream)
        firsts.insert(random.next())
      }
    }
    #expect(firsts.count == 3 * streams.count)
  }

  @Test("Unit numbers are in [0, 1), with mean 1/2 and variance 1/12")
  func units() {
    let numbers = draw(100_000) { $0.nextUnit() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    // Standard errors: √(1/12 n) and √(1/180 n).
    #expect((mean(numbers) - 0.5).magnitude < 3 * 0.000913)
    #expect((variance(numbers) - 1 / 12).magnitude < 3 * 0.000236)
  }

  @Test("Uniform numbers keep to their bounds, also where rounding could pass them")
  func uniforms() {
    let numbers = draw(100_000) { $0.nextUniform(-3...5) }
    #expect(numbers.allSatisfy { $0 >= -3 && $0 <= 5 })
    #expect((mean(numbers) - 1).magnitude < 3 * 0.0073)
    let tiny = draw(1000) { $0.nextUniform(1...1.0000001) }
    #expect(tiny.allSatisfy { $0 >= 1 && $0 <= 1.0000001 })
  }

  @Test("Normal numbers have mean 0, variance 1, no skew and the tails of the normal law")
  func normals() {
    let numbers = draw(200_000) { $0.nextNormal() }.map(Double.init)
    let count = 200_000.0
    func moment(_ power: Int) -> Double {
      numbers.reduce(0) { sum, x in sum + (0..<power).reduce(1) { y, _ in y * x } } / count
    }
    #expect(moment(1).magnitude < 3 / count.squareRoot())
    #expect((moment(2) - 1).magnitude < 3 * (2 / count).squareRoot())
    #expect(moment(3).magnitude < 3 * (15 / count).squareRoot())
    #expect((moment(4) - 3).magnitude < 3 * (96 / count).squareRoot())
    let beyond = Double(numbers.filter { $0.magnitude > 3 }.count)
    #expect((beyond - 0.0027 * count).magnitude < 3 * (0.0027 * count).squareRoot())
  }

  @Test("Whole numbers below a bound are all equally likely", arguments: [1, 2, 3, 7, 10, 1000])
  func below(bound: Int) {
    var counts = [Int](repeating: 0, count: bound)
    var random = RandomStream(seed: 3, stream: .data)
    let draws = 100 * bound
    for _ in 0..<draws { counts[random.nextBelow(bound)] += 1 }
    let square = counts.reduce(0.0) { $0 + (Double($1) - 100) * (Double($1) - 100) / 100 }
    let freedom = Double(bound - 1)
    #expect((square - freedom).magnitude <= 4 * (2 * freedom).squareRoot())
  }

  @Test("A bound that does not allow a choice gives 0")
  func belowNothing() {
    var random = RandomStream(seed: 1, stream: .data)
    #expect([0, -5, 1, .min].map { random.nextBelow($0) } == [0, 0, 0, 0])
  }

  @Test("A shuffle keeps the indices, and every order of three is equally likely")
  func shuffles() {
    var random = RandomStream(seed: 5, stream: .shuffle(epoch: 0))
    var many = (0..<Int32(1000)).map { $0 }
    random.shuffle(&many)
    #expect(many.sorted() == (0..<1000).map { $0 } && many != many.sorted())
    var counts: [[Int32]: Int] = [:]
    for _ in 0..<6000 {
      var three: [Int32] = [0, 1, 2]
      random.shuffle(&three)
      counts[three, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { ($0 - 1000).magnitude < 4 * 29 })
  }

  private func draw(_ count: Int, _ next: (inout RandomStream) -> Float) -> [Float] {
    var random = RandomStream(seed: 1, stream: .noise)
    return (0..<count).map { _ in next(&random) }
  }

  private func mean(_ numbers: [Float]) -> Double {
    numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count)
  }

  private func variance(_ numbers: [Float]) -> Double {
    let center = mean(numbers)
    return numbers.reduce(0) { $0 + (Double($1) - center) * (Double($1) - center) }
      / Double(numbers.count)
  }
}
