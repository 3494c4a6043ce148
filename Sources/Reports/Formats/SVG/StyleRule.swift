/// A rule of a style sheet, taken apart: `.ln, .band { fill: none }`.
struct StyleRule: Equatable {
  /// A property with its value, as written.
  struct Declaration: Equatable {
    let name: String
    let value: String
  }

  let selectors: [String]
  let declarations: [Declaration]

  /// The rules of a style sheet in order; comments and what stands within `@media` and the like are left
  /// out.
  static func rules(_ css: String) -> [StyleRule] {
    var rules: [StyleRule] = []
    var rest = css.replacing(/\/\*(?s:.*?)\*\//, with: "")[...]
    while let open = rest.firstIndex(of: "{") {
      let prelude = trimmed(rest[..<open])
      let close = end(of: rest[rest.index(after: open)...])
      if !prelude.hasPrefix("@") {
        rules.append(StyleRule(prelude, rest[rest.index(after: open)..<close]))
      }
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
    }
    return rules
  }

  /// Where the brace closes that opened before `text`.
  private static func end(of text: Substring) -> Substring.Index {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return text.endIndex
  }

  private init(_ prelude: String, _ body: Substring) {
    selectors = prelude.split(separator: ",").map { Self.trimmed($0) }
    declarations = body.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":") else { return nil }
      return Declaration(
        name: Self.trimmed(declaration[..<colon]),
        value: Self.trimmed(declaration[declaration.index(after: colon)...]))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
