import Foundation

/// Tells which formulas a phone may have no room for.
enum FormulaWidth {
  /// More signs in a row than a column of 280 points holds.
  private static let signs = 26

  /// Whether a part of a formula within which no line ends is long.
  ///
  /// - Parameter markup: as KaTeX made it. Signs above each other count as if they stood in a row: a
  ///   formula that gets a box of its own for nothing looks no different.
  static func isWide(_ markup: String) -> Bool {
    markup.components(separatedBy: "class=\"base\"").dropFirst().contains { part in
      var (count, isTag) = (0, true)
      for byte in part.utf8 {
        switch byte {
        case UInt8(ascii: "<"): isTag = true
        case UInt8(ascii: ">"): isTag = false
        // Continuation bytes belong to the sign before them.
        default: count += isTag || byte & 0xC0 == 0x80 ? 0 : 1
        }
        if count > signs { return true }
      }
      return false
    }
  }
}
