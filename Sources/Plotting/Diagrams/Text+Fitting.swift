// Text that has to fit into a cell, a box or a column.

extension Text {
  /// It, or as much of its beginning as fits into `width` with an ellipsis.
  func truncated(to width: Double, size: Double, bold: Bool = false) -> Text {
    // Room that was reserved for this very text may be a rounding error short of it.
    let width = width + 0.01
    guard self.width(size: size, bold: bold) > width else { return self }
    var kept = self
    while !kept.isEmpty {
      kept.removeLastGlyph()
      let candidate = kept + "…"
      if candidate.width(size: size, bold: bold) <= width { return candidate }
    }
    return kept
  }

  /// It in lines of at most `width`, broken at spaces; a longer word stands alone, shortened.
  func lines(of width: Double, size: Double) -> [Text] {
    wrapped(to: width, size: size, bold: false).map { $0.truncated(to: width, size: size) }
  }

  /// `number` with as many of `decimals` decimals as fit into `width`, else with a power of ten.
  static func fitted(
    _ number: Double, decimals: Int, width: Double, size: Double, bold: Bool = false
  ) -> Text {
    let width = width + 0.01
    for decimals in (0...max(0, decimals)).reversed() {
      let text: Text = "\(number, decimals: decimals)"
      if text.width(size: size, bold: bold) <= width { return text }
    }
    let rounded = powerOfTen(number)
    return rounded.width(size: size, bold: bold) <= width ? rounded : "…"
  }

  /// The most decimals, at most `decimals`, with which each of `numbers` fits into `width`.
  static func decimals(
    fitting numbers: [Double], atMost decimals: Int, width: Double, size: Double
  ) -> Int {
    var decimals = decimals
    while decimals > 0 {
      var fits = true
      for number in numbers {
        let text: Text = "\(number, decimals: decimals)"
        if text.width(size: size) > width { fits = false }
      }
      if fits { break }
      decimals -= 1
    }
    return decimals
  }

  /// `number` with one digit: `2·10⁴`.
  private static func powerOfTen(_ number: Double) -> Text {
    guard number.isFinite, number != 0 else { return "\(number, decimals: 0)" }
    let (digit, exponent) = scientific(number.magnitude, digits: 1)
    var text: Text = number < 0 ? "−" : ""
    text.append(digits: digit, grouped: false)
    text.append("·10")
    text.append(superscript: exponent)
    return text
  }

  private mutating func removeLastGlyph() {
    var kept = bytes
    while let byte = kept.popLast(), byte & 0xC0 == 0x80 {}
    self = Text(kept)
  }
}
