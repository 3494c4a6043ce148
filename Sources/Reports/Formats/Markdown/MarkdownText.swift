/// Text as Markdown that means nothing but the text.
enum MarkdownText {
  /// `plain` with a backslash before all that could mean something, on GitHub too.
  ///
  /// - Parameter before: what stands before it on its line; by default it begins one.
  static func escape(_ plain: String, after before: Unicode.Scalar = "\n") -> String {
    var escaped = ""
    var before = before
    // Whether the line holds digits only so far.
    var isNumber = before == "\n"
    let scalars = Array(plain.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let after = index + 1 < scalars.count ? scalars[index + 1] : "\n"
      // "1." and "1)" begin a list.
      let beginsList =
        isNumber && ("0"..."9").contains(before) && ".)".unicodeScalars.contains(scalar)
        && (after == " " || after == "\n")
      if beginsList || isReserved(scalar, before, after) { escaped += "\\" }
      isNumber = scalar == "\n" || isNumber && ("0"..."9").contains(scalar)
      // HTML forbids them, and a backslash does not make them visible.
      escaped.unicodeScalars.append(
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
      before = scalar
    }
    return escaped
  }

  private static func isReserved(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "$", "&": true
    // Within a word it emphasises nothing.
    case "_": !(isWord(before) && isWord(after))
    case "@": !isWord(before) && isWord(after)
    case "#", "+", "-", "=", ":": before == "\n"
    case "!": after == "["
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// `code` between as many backticks as it takes.
  static func code(_ code: String) -> String {
    let fence = String(repeating: "`", count: longestRun(in: code) + 1)
    let edges =
      code.hasPrefix("`") || code.hasSuffix("`") || code.hasPrefix(" ") && code.hasSuffix(" ")
    return edges ? "\(fence) \(code) \(fence)" : fence + code + fence
  }

  /// `text` as a fenced listing.
  static func listing(_ text: String, language: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    let end = text.hasSuffix("\n") || text.isEmpty ? "" : "\n"
    let name = language.prefix { $0 != "`" && !$0.isNewline }
    return "\(fence)\(name)\n\(text)\(end)\(fence)"
  }

  private static func longestRun(in text: String) -> Int {
    text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
  }

  /// An address between the parentheses of a link.
  static func address(_ address: String) -> String {
    let isPlain = !address.isEmpty && !address.contains { "()<> \n\t\\".contains($0) }
    guard !isPlain else { return address }
    let escaped = address.replacing("\n", with: "%0A").replacing("\\", with: "%5C")
      .replacing("<", with: "%3C").replacing(">", with: "%3E")
    return "<\(escaped)>"
  }

  /// Each line behind `prefix`, the first behind `first`.
  static func indented(_ text: String, first: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
      let start = number == 0 ? first : prefix
      return line.isEmpty ? String(start.reversed().drop { $0 == " " }.reversed()) : start + line
    }.joined(separator: "\n")
  }
}
