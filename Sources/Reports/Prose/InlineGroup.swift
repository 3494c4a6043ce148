import Notebook

/// Neighbours in a line of prose, and whether a line end may stand between them.
///
/// Browsers break lines on both sides of a formula, as of a picture: without care a comma behind it begins
/// the next line.
struct InlineGroup {
  var inlines: [Inline]
  /// Whether they stay on one line.
  var isTogether = false

  /// All of `inlines`, in order.
  static func all(of inlines: some Collection<Inline>) -> [InlineGroup] {
    var groups: [InlineGroup] = []
    var rest = Array(inlines)[...]
    while let first = rest.first {
      let count = isEquation(rest.prefix(3)) ? 3 : 1
      let core = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      let isFormula = if case .math(let formula) = first { !formula.isDisplayed } else { false }
      guard isFormula || count > 1 else {
        groups.append(InlineGroup(inlines: core))
        continue
      }
      let before = isFormula ? takeOpening(from: &groups) : []
      let behind = takeFollowing(from: &rest)
      groups.append(
        InlineGroup(
          inlines: before + core + behind, isTogether: count > 1 || before.count + behind.count > 0)
      )
    }
    return groups
  }

  /// Whether the inlines are a symbol, a relation and a value: *η* = 0.07.
  private static func isEquation(_ inlines: ArraySlice<Inline>) -> Bool {
    let three = Array(inlines)
    guard three.count == 3, case .value = three[2], case .text(let relation) = three[1],
      [" = ", " ≈ ", " < ", " > ", " ≤ ", " ≥ "].contains(relation)
    else { return false }
    switch three[0] {
    case .emphasis, .strong, .code, .math: return true
    default: return false
    }
  }
}

// MARK: - Neighbours of formulas

extension InlineGroup {
  /// Brackets and quotes that open right before a formula.
  private static func takeOpening(from groups: inout [InlineGroup]) -> [Inline] {
    guard let last = groups.last, last.inlines.count == 1, case .text(let text) = last.inlines[0]
    else { return [] }
    let kept = text.reversed().drop { "([{«„“‘\"'¿¡".contains($0) }.count
    guard kept < text.count else { return [] }
    groups.removeLast()
    if kept > 0 { groups.append(InlineGroup(inlines: [.text(String(text.prefix(kept)))])) }
    return [.text(String(text.dropFirst(kept)))]
  }

  /// What stands behind a formula without a blank: a comma, "th", "-dimensional", a footnote's number.
  private static func takeFollowing(from rest: inout ArraySlice<Inline>) -> [Inline] {
    switch rest.first {
    case .footnote?: return [rest.removeFirst()]
    case .text(let text)?:
      let end = endOfWord(text)
      guard end > text.startIndex else { return [] }
      rest.removeFirst()
      if end < text.endIndex { rest = [.text(String(text[end...]))] + rest }
      return [.text(String(text[..<end]))]
    default: return []
    }
  }

  /// The end of what a line may not part from a formula before it: the next blank, the first dash, or a letter
  /// of a script that is written without blanks.
  private static func endOfWord(_ text: String) -> String.Index {
    let word = text.prefix(24).prefix { character in
      !character.isWhitespace && character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
    }
    guard let dash = word.firstIndex(where: { "-‐–—/".contains($0) }) else { return word.endIndex }
    return word.index(after: dash)
  }
}
