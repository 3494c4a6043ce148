/// Writes JSON for people and for git: two spaces a level, one member or item a line, `\n` at the end.
struct JSONWriter {
  private var text = ""

  /// `value` as a file.
  static func file(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, depth: 0)
    return writer.text + "\n"
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value.content {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let words): quote(words)
    case .list(let items): write(items, "[", "]", depth: depth) { $0.write($1, depth: $2) }
    case .row(let items): writeRow(items)
    case .object(let members):
      write(members, "{", "}", depth: depth) { writer, member, depth in
        writer.quote(member.name)
        writer.text += ": "
        writer.write(member.value, depth: depth)
      }
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], _ open: String, _ close: String, depth: Int,
    part: (inout JSONWriter, Part, Int) -> Void
  ) {
    text += open
    for (number, element) in parts.enumerated() {
      text += (number == 0 ? "\n" : ",\n") + indentation(depth + 1)
      part(&self, element, depth + 1)
    }
    text += (parts.isEmpty ? "" : "\n" + indentation(depth)) + close
  }

  private mutating func writeRow(_ items: [JSONValue]) {
    text += "["
    for (number, item) in items.enumerated() {
      if number > 0 { text += ", " }
      write(item, depth: 0)
    }
    text += "]"
  }

  private func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// UTF-8 as it is; only what JSON forbids in text is escaped.
  private mutating func quote(_ words: String) {
    text += "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
