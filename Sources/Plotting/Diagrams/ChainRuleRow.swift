/// Draws the chain rule as a row of fractions, in even lines of at most four.
struct ChainRuleRow {
  private static let boxWidth = 92.0
  private static let signWidth = 28.0
  private static let mostFactors = 4

  private let rule: ChainRule
  private let width: Double
  private let columnWidth: Double
  private let lines: [[ChainRule.Factor]]
  private let sum: ChainRuleSum?

  /// The drawing of `rule` at `width`.
  init(_ rule: ChainRule, width: Double) {
    self.rule = rule
    self.width = width
    let lineCount = (rule.factors.count + Self.mostFactors - 1) / Self.mostFactors
    let inLine = lineCount > 0 ? (rule.factors.count + lineCount - 1) / lineCount : 1
    var lines: [[ChainRule.Factor]] = []
    for (place, factor) in rule.factors.enumerated() {
      if place % inLine == 0 { lines.append([]) }
      lines[lines.count - 1].append(factor)
    }
    self.lines = lines
    columnWidth = (width - Self.boxWidth) / Double(inLine) - Self.signWidth
    sum = rule.sum.map { ChainRuleSum($0, width: width) }
  }

  /// The elements.
  var drawing: SVG {
    var svg = SVG(width: width, height: heights + (sum.map { $0.height + 14 } ?? 0))
    var y = 0.0
    for (number, line) in lines.enumerated() {
      draw(line, isLast: number == lines.count - 1, y, into: &svg)
      y += height(line)
    }
    if let sum {
      svg.line(0, y + 2, width, y + 2, class: "grid")
      sum.draw(y + 14, into: &svg)
    }
    return svg
  }

  private func draw(
    _ line: [ChainRule.Factor], isLast: Bool, _ y: Double, into svg: inout SVG
  ) {
    var x = 0.0
    for (place, factor) in line.enumerated() {
      draw(factor, middle: x + columnWidth / 2, y, into: &svg)
      x += columnWidth
      let isEnd = isLast && place == line.count - 1
      let sign: Text = isEnd ? "=" : "·"
      svg.text(
        sign, x + Self.signWidth / 2, y + 33, class: "ops", anchor: .middle,
        style: "font-size:18px")
      svg.text(
        sign, x + Self.signWidth / 2, y + 72, class: "ops", anchor: .middle,
        style: "font-size:16px")
      x += Self.signWidth
    }
    if isLast { drawResult(x, y, into: &svg) }
  }

  private func draw(
    _ factor: ChainRule.Factor, middle: Double, _ y: Double, into svg: inout SVG
  ) {
    svg.fraction(factor, middle, y + 28)
    svg.text(
      "\(factor.value, decimals: 3)", middle, y + 72, class: "vg", anchor: .middle,
      style: "font-size:13px")
    for (number, note) in notes(factor).enumerated() {
      svg.symbol(
        Symbol(note), middle, y + 94 + 16 * Double(number), class: "tick", anchor: .middle)
    }
  }

  /// The box of the product: its derivative above, its value below a hairline.
  private func drawResult(_ x: Double, _ y: Double, into svg: inout SVG) {
    let middle = x + Self.boxWidth / 2
    svg.rectangle(
      x + 0.5, y + 1, width: Self.boxWidth - 1, height: 82, radius: 5, class: "vn par")
    svg.fraction(rule.result, middle, y + 28)
    svg.line(x + 1, y + 54, x + Self.boxWidth - 1, y + 54, class: "vsep")
    svg.text(
      "\(rule.result.value, decimals: 3)", middle, y + 73, class: "vg", anchor: .middle,
      style: "font-size:13px")
  }

  private func notes(_ factor: ChainRule.Factor) -> [Text] {
    factor.note.lines(of: columnWidth + Self.signWidth - 12, size: 12)
  }

  private func height(_ line: [ChainRule.Factor]) -> Double {
    var most = 0
    for factor in line { most = max(most, notes(factor).count) }
    return 92 + 16 * Double(most)
  }

  private var heights: Double {
    var sum = 0.0
    for line in lines { sum += height(line) }
    return max(92, sum)
  }
}
