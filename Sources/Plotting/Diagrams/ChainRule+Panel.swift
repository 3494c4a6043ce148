extension Panel {
  /// The chain rule for one weight: a row of derivatives with their values, the product at the end,
  /// and below it the sum that makes up the first one; 640 px wide, a list of 350 px on a phone.
  public static func chainRule(_ rule: ChainRule) -> Panel {
    Panel(
      title: rule.title, summary: rule.summary, wideWidth: 640, narrowWidth: 350
    ) { width, _ in
      width < 600
        ? ChainRuleList(rule, width: width).drawing : ChainRuleRow(rule, width: width).drawing
    }
  }
}

extension ChainRule {
  fileprivate var title: Text { "Chain rule for " + Symbol(result.denominator).plain }

  fileprivate var summary: Text {
    var names: [Text] = []
    var values: [Text] = []
    for factor in factors {
      names.append(factor.plain)
      values.append("\(factor.value, decimals: 3)")
    }
    let product = Text.joined(values, separator: " times ")
    var text = result.plain + " = " + Text.joined(names, separator: " · ") + ": "
    text += product + " is \(result.value, decimals: 3)."
    if let sum { text += " " + Symbol(sum.symbol).plain + " = \(sum.total, decimals: 3)." }
    return text
  }
}

extension ChainRule.Factor {
  fileprivate var plain: Text { upper.plain + "/" + lower.plain }
}

extension ChainRule.Sum {
  private static let mostTerms = 4

  /// The value of the sum, over all terms in their order.
  var total: Double {
    var total = 0.0
    for term in terms { total += term.delta * term.weight }
    return total
  }

  /// The sum in pieces that may be broken between lines; after four terms the rest is dots.
  var pieces: [Text] {
    var pieces = [symbol]
    for (index, term) in terms.prefix(Self.mostTerms).enumerated() {
      let isMinus = index > 0 && term.delta < 0
      let delta = isMinus ? -term.delta : term.delta
      let weight: Text = "\(term.weight, decimals: 3)"
      pieces.append(
        (index == 0 ? "= " : isMinus ? "− " : "+ ") + "\(delta, decimals: 3)·"
          + (term.weight < 0 ? "(" + weight + ")" : weight))
    }
    if terms.count > Self.mostTerms { pieces.append("+ … (\(terms.count) terms)") }
    pieces.append("= \(total, decimals: 3)")
    return pieces
  }
}
