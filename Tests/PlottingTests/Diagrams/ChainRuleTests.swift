import Testing

@testable import Plotting

@Suite("Chain rules")
struct ChainRuleTests {
  /// Of one hidden unit, whose error is a sum over `terms` units.
  private func rule(factors: Int = 3, terms: Int = 0) -> ChainRule {
    let notes: [Text] = ["2 (a − y)", "tanh′(z) = 1 − a²", "the input x_1", ""]
    let list = (0..<factors).map { index in
      ChainRule.Factor(
        index == 0 ? "L" : "a_\(index)", by: "a_\(index + 1)", value: -0.791,
        note: notes[index % 4])
    }
    let sum = ChainRule.Sum(
      "∂L/∂a_1 = Σ_k δ_k w_1k",
      terms: (0..<terms).map { .init(delta: 0.1 * Double($0) - 0.1, weight: -0.5) })
    return ChainRule(
      .init("L", by: "w_12", value: -0.753), factors: list, sum: terms > 0 ? sum : nil)
  }

  @Test("keep texts apart and inside", arguments: 1...9, [0, 1, 4, 5, 40])
  func geometry(factors: Int, terms: Int) {
    for scene in Scene.all(of: .chainRule(rule(factors: factors, terms: terms))) {
      scene.expectInside()
      scene.expectReadable()
    }
  }

  @Test("show each factor's symbol, value and note, and the product in a box")
  func contents() {
    for scene in Scene.all(of: .chainRule(rule())) {
      for text in ["∂L", "∂a1", "∂w12", "−0.791", "tanh′(z) = 1 − a²", "the input x1", "−0.753"] {
        #expect(scene.contents.contains(text))
      }
      #expect(scene.rectangles.count == 1)
    }
  }

  @Test("write out four terms of a sum, then dots, then its value")
  func sum() {
    // −0.1·−0.5 + 0 + 0.1·−0.5 + 0.2·−0.5 + 0.3·−0.5 + 0.4·−0.5.
    let pieces = rule(terms: 6).sum?.pieces.map(\.string) ?? []
    #expect(
      pieces == [
        "∂L/∂a_1 = Σ_k δ_k w_1k", "= −0.100·(−0.500)", "+ 0.000·(−0.500)", "+ 0.100·(−0.500)",
        "+ 0.200·(−0.500)", "+ … (6 terms)", "= −0.450",
      ])
  }

  @Test(
    "set subscripts from _ to the next sign",
    arguments: [
      ("w_12", "w<tspan dy=\"3\" style=\"font-size:.75em\">12</tspan>", "w12"),
      (
        "δ_k w", "δ<tspan dy=\"3\" style=\"font-size:.75em\">k</tspan><tspan dy=\"-3\"> w</tspan>",
        "δk w"
      ),
      ("a<b", "a&lt;b", "a<b"), ("_", "", ""),
    ])
  func symbols(text: String, markup: String, plain: String) {
    let symbol = Symbol(Text([UInt8](text.utf8)))
    #expect(symbol.markup.string == markup)
    #expect(symbol.plain.string == plain)
  }
}
