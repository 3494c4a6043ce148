/// Reads `@key`, `-@key`, `@key [p. 3]` and `[see @key, p. 3; -@other]`.
///
/// A key begins with a letter or digit; within it stand `:`, `.`, `+`, `/`, `-` and `_` too.
enum CitationParser {
  /// A work as it is written, its places in bytes.
  struct Item {
    var key: String
    var prefix = ""
    var suffix = ""
    var hidesAuthor = false
    var at: Int
  }

  /// The citation that begins with the `@`, the `-` or the bracket at `start`, and the byte behind it; nil if there is none.
  static func read(
    in bytes: [UInt8], at start: Int
  ) -> (items: [Item], isInText: Bool, end: Int)? {
    if bytes[start] != UInt8(ascii: "[") {
      let at = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
      guard at == start || start == 0 || !bytes[start - 1].isNameByte,
        var item = item(in: bytes, at: at)
      else { return nil }
      item.hidesAuthor = at > start
      let end = at + 1 + item.key.utf8.count
      guard let (place, after) = place(in: bytes, behind: end) else { return ([item], true, end) }
      item.suffix = place
      return ([item], true, after)
    }
    guard let close = closingBracket(in: bytes, from: start) else { return nil }
    let parts = bytes[(start + 1)..<close].split(separator: UInt8(ascii: ";"))
    let items = parts.compactMap { self.part(in: bytes, $0.startIndex..<$0.endIndex) }
    guard !items.isEmpty, items.count == parts.count else { return nil }
    return (items, false, close + 1)
  }

  /// A key behind an `@` that is no part of a word or of an address.
  private static func item(in bytes: [UInt8], at start: Int) -> Item? {
    guard CrossReference.mayBegin(in: bytes, at: start) else { return nil }
    let word = bytes[(start + 1)...].prefix { $0.isNameByte || ":.+/".utf8.contains($0) }
    guard word.first.map({ $0.isLetter || $0.isDigit }) == true,
      let last = word.lastIndex(where: { $0.isLetter || $0.isDigit })
    else { return nil }
    let key = word[...last].string
    return CrossReference.hasPrefix(key) ? nil : Item(key: key, at: start)
  }

  /// `[p. 3]` behind a key.
  private static func place(in bytes: [UInt8], behind end: Int) -> (String, Int)? {
    guard end + 1 < bytes.count, bytes[end].isBlank, bytes[end + 1] == UInt8(ascii: "["),
      let close = closingBracket(in: bytes, from: end + 1)
    else { return nil }
    let text = bytes[(end + 2)..<close]
    guard !text.contains(UInt8(ascii: "@")), text.first != UInt8(ascii: "^") else { return nil }
    return (text.trimmed.string, close + 1)
  }

  /// One work of several: text, the key, text.
  private static func part(in bytes: [UInt8], _ range: Range<Int>) -> Item? {
    guard let at = bytes[range].firstIndex(of: UInt8(ascii: "@")),
      var item = item(in: bytes, at: at)
    else { return nil }
    var before = bytes[range.lowerBound..<at]
    if before.last == UInt8(ascii: "-") {
      item.hidesAuthor = true
      before = before.dropLast()
    }
    var after = bytes[(at + 1 + item.key.utf8.count)..<range.upperBound].trimmed
    if after.first == UInt8(ascii: ",") { after = after.dropFirst().trimmed }
    item.prefix = spaced(before.trimmed)
    item.suffix = spaced(after)
    return item
  }

  private static func spaced(_ text: ArraySlice<UInt8>) -> String {
    text.split { $0.isBlank || $0 == .newline }.map(\.string).joined(separator: " ")
  }

  /// The bracket that closes the one at `start`; nil if there is another one between, or if what follows makes
  /// a link of them.
  private static func closingBracket(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["), .backtick: return nil
      case let byte where byte.isMark: return nil
      case .backslash: index += 1
      case UInt8(ascii: "]"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        return "([:{".utf8.contains(next) ? nil : index
      default: break
      }
      index += 1
    }
    return nil
  }
}
