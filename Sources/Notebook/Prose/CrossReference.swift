/// `@fig-sweep`, `@tbl-x`, `@sec-x`, `@eq-x` in prose.
enum CrossReference {
  /// What a label must begin with to be referred to.
  static let prefixes = ["fig-", "tbl-", "sec-", "eq-"]

  /// The label behind an `@`, nil if the `@` is part of a word or of an address.
  static func label(in bytes: [UInt8], at start: Int) -> String? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@") else { return nil }
    if start > 0, belongsToWord(bytes[start - 1]) { return nil }
    let name = bytes[(start + 1)...].prefix(while: \.isNameByte)
    // The label ends with a letter or a digit: what follows is punctuation or emphasis.
    guard let last = name.lastIndex(where: { $0.isLetter || $0.isDigit }) else { return nil }
    let label = name[...last].string
    let isKnown = prefixes.contains { label.hasPrefix($0) && label.utf8.count > $0.utf8.count }
    return isKnown ? label : nil
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || Array("@/.".utf8).contains(byte)
  }
}
