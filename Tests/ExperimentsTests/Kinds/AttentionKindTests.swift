import Plotting
import Testing

@testable import Experiments

@Suite("The experiment attention")
struct AttentionKindTests {
  @Test("gives all of a word's weight to words that it may see")
  func weights() throws {
    let result = try run(.attention, ["draws": .number(3)])
    #expect(result.metric("masked") == 0)
    let error = try #require(result.metric("row-sum-error"))
    #expect(error < 1e-6)
    #expect(result.figures.map { $0.name } == ["weights", "entropy"])
    #expect(result.figures[0].table.rows.count == 8 * 9 / 2)
  }

  @Test("is less decided with the division by √d, and within what there can be")
  func entropy() throws {
    for seed in 1...5 {
      let result = try run(
        .attention,
        [
          "tokens": .list((0..<16).map { .name(["a", "b"][$0 % 2]) }), "causal": .boolean(false),
          "seed": .number(Double(seed)), "draws": .number(2),
        ])
      let scaled = try #require(result.metric("entropy"))
      let unscaled = try #require(result.metric("unscaled-entropy"))
      let most = try #require(result.metric("most-entropy"))
      #expect((most - 2.772_588_722_239_781).magnitude < 1e-12)
      // 2.35 and 0.41 over many draws of 16 keys with 64 numbers.
      #expect((2.1...most).contains(scaled) && (0.2...0.7).contains(unscaled))
      let deviation = try #require(result.metric("score-deviation"))
      #expect((6.5...9.5).contains(deviation))
    }
  }

  @Test("computes softmax(q kᵀ / √d) of given numbers")
  func given() throws {
    let result = try run(
      .attention,
      [
        "tokens": .list([.name("a"), .name("b")]),
        "queries": .rows([[1, 0, 0, 0], [0, 2, 0, 0]]),
        "keys": .rows([[0, 1, 0, 0], [0, 3, 0, 0]]),
      ])
    // Of b: scores 2 and 6, divided by 2: 1 / (1 + e²) and e² / (1 + e²); not divided 1 / (1 + e⁴).
    let rows = result.figures[0].table.rows
    guard case .number(let scaled) = rows[1][2], case .number(let unscaled) = rows[1][3] else {
      return #expect(Bool(false), "no numbers")
    }
    #expect((scaled - 0.119_202_922_022_118).magnitude < 1e-7)
    #expect((unscaled - 0.017_986_209_962_092).magnitude < 1e-7)
    #expect(result.figures.count == 1)
  }

  @Test(
    "refuses what does not fit",
    arguments: [
      ["tokens": OptionValue.list([.name("alone")])], ["queries": .rows([[1, 2]])],
      ["queries": .rows((0..<8).map { [Double($0), 1] }), "d-k": .number(3)],
    ])
  func misfits(options: [String: OptionValue]) {
    #expect(throws: ExperimentError.self) { try run(.attention, options) }
  }
}
