/// Draws the chain rule as a list for a phone: a derivative, what it is, and its value in each row.
struct ChainRuleList {
  private static let signWidth = 20.0
  private static let valueWidth = 64.0

  private let rule: ChainRule
  private let width: Double
  private let fractionWidth: Double
  private let sum: ChainRuleSum?

  /// The drawing of `rule` at `width`.
  init(_ rule: ChainRule, width: Double) {
    self.rule = rule
    self.width = width
    var widest = rule.result.fractionWidth
    for factor in rule.factors { widest = max(widest, factor.fractionWidth) }
    fractionWidth = widest
    sum = rule.sum.map { ChainRuleSum($0, width: width) }
  }

  /// The elements.
  var drawing: SVG {
    var height = 60.0
    for factor in rule.factors { height += rowHeight(factor) }
    var svg = SVG(width: width, height: height + (sum.map { $0.height + 14 } ?? 0))
    var y = 0.0
    for (place, factor) in rule.factors.enumerated() {
      draw(factor, sign: place > 0 ? "·" : "", y, into: &svg)
      y += rowHeight(factor)
      if place < rule.factors.count - 1 { svg.line(0, y, width, y, class: "grid") }
    }
    drawResult(y, into: &svg)
    sum?.draw(height + 8, into: &svg)
    return svg
  }

  private func draw(
    _ factor: ChainRule.Factor, sign: Text, _ y: Double, into svg: inout SVG
  ) {
    let middle = y + rowHeight(factor) / 2
    svg.text(sign, 8, middle + 5, class: "ops", anchor: .middle, style: "font-size:18px")
    svg.fraction(factor, Self.signWidth + fractionWidth / 2, middle)
    let lines = notes(factor)
    let first = middle + 4 - 8 * Double(lines.count - 1)
    for (number, line) in lines.enumerated() {
      svg.symbol(Symbol(line), noteStart, first + 16 * Double(number), class: "tick")
    }
    svg.text("\(factor.value, decimals: 3)", width - 8, middle + 4, class: "vg", anchor: .end)
  }

  private func drawResult(_ y: Double, into svg: inout SVG) {
    svg.rectangle(0.5, y + 2, width: width - 1, height: 54, radius: 5, class: "vn par")
    svg.text("=", 10, y + 34, class: "ops", anchor: .middle, style: "font-size:18px")
    svg.fraction(rule.result, Self.signWidth + fractionWidth / 2, y + 29)
    svg.text(
      "\(rule.result.value, decimals: 3)", width - 8, y + 33, class: "vg", anchor: .end)
  }

  private var noteStart: Double { Self.signWidth + fractionWidth + 14 }

  private func notes(_ factor: ChainRule.Factor) -> [Text] {
    factor.note.lines(of: width - noteStart - Self.valueWidth, size: 12)
  }

  private func rowHeight(_ factor: ChainRule.Factor) -> Double {
    max(56, 16 * Double(notes(factor).count) + 20)
  }
}
