/// Symbols as they stand in formulas: `_` starts a subscript, which lasts to the next character that
/// is neither a letter nor a digit.
struct Symbol {
  private struct Run {
    var text: Text
    var isSubscript: Bool
  }

  private static let subscriptSize = 0.75
  private var runs: [Run] = []

  /// Reads `text`: "∂L/∂w_12".
  init(_ text: Text) {
    var run = Run(text: Text(), isSubscript: false)
    for byte in text.bytes {
      if byte == UInt8(ascii: "_") {
        append(run)
        run = Run(text: Text(), isSubscript: true)
      } else {
        if run.isSubscript, !Self.isWord(byte) {
          append(run)
          run = Run(text: Text(), isSubscript: false)
        }
        run.text.append(byte: byte)
      }
    }
    append(run)
  }

  /// The width to reserve at a font size.
  func width(size: Double) -> Double {
    var width = 0.0
    for run in runs {
      width += run.text.width(size: run.isSubscript ? Self.subscriptSize * size : size)
    }
    return width
  }

  /// The content of a `<text>` element, subscripts lowered by 3 px.
  var markup: Text {
    var markup = Text()
    var isLowered = false
    for run in runs {
      if run.isSubscript {
        markup += "<tspan dy=\"3\" style=\"font-size:.75em\">"
      } else if isLowered {
        markup += "<tspan dy=\"-3\">"
      }
      markup.append(escaped: run.text)
      if run.isSubscript || isLowered { markup += "</tspan>" }
      isLowered = run.isSubscript
    }
    return markup
  }

  /// The text in one size, for descriptions: "w12".
  var plain: Text {
    var plain = Text()
    for run in runs { plain += run.text }
    return plain
  }

  private mutating func append(_ run: Run) {
    if !run.text.isEmpty { runs.append(run) }
  }

  /// Letters and digits; bytes of other alphabets too.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension SVG {
  /// Adds a symbol with its subscripts.
  mutating func symbol(
    _ symbol: Symbol, _ x: Double, _ y: Double, class name: StaticString = "ops",
    anchor: Anchor = .start, style: Text = ""
  ) {
    text(markup: symbol.markup, x, y, class: name, anchor: anchor, style: style)
  }

  /// Adds a derivative as a fraction whose bar is at `y` and whose middle is at `x`.
  mutating func fraction(_ factor: ChainRule.Factor, _ x: Double, _ y: Double) {
    let half = factor.fractionWidth / 2
    symbol(factor.upper, x, y - 6, anchor: .middle, style: "font-size:15px")
    line(x - half, y, x + half, y, class: "fracbar")
    symbol(factor.lower, x, y + 16, anchor: .middle, style: "font-size:15px")
  }
}

extension ChainRule.Factor {
  /// What stands above the bar: "∂L".
  var upper: Symbol { Symbol("∂" + numerator) }

  /// What stands below the bar: "∂w".
  var lower: Symbol { Symbol("∂" + denominator) }

  /// The width of the fraction.
  var fractionWidth: Double { max(upper.width(size: 15), lower.width(size: 15)) + 6 }
}
