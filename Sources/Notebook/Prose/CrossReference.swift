/// `@fig-sweep`, `@tbl-x`, `@sec-x`, `@eq-x` in prose.
enum CrossReference {
  /// What a label must begin with to be referred to.
  static let prefixes = ["fig-", "tbl-", "sec-", "eq-"]

  /// The label behind an `@`, nil if the `@` is part of a word or of an address.
  static func label(in bytes: [UInt8], at start: Int) -> String? {
    guard mayBegin(in: bytes, at: start) else { return nil }
    let name = bytes[(start + 1)...].prefix(while: \.isNameByte)
    // The label ends with a letter or a digit: what follows is punctuation or emphasis.
    guard let last = name.lastIndex(where: { $0.isLetter || $0.isDigit }) else { return nil }
    let label = name[...last].string
    return hasPrefix(label) ? label : nil
  }

  /// Whether a word is one that is referred to, and not one that is cited.
  static func hasPrefix(_ word: String) -> Bool {
    prefixes.contains { word.hasPrefix($0) && word.utf8.count > $0.utf8.count }
  }

  /// Whether there is an `@` that is no part of a word or of an address.
  static func mayBegin(in bytes: [UInt8], at start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@") else { return false }
    return start == 0 || !belongsToWord(bytes[start - 1])
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || Array("@/.".utf8).contains(byte)
  }
}
