/// The style of a drawing that stands outside of a page: the rules that concern it, with the theme's
/// colours written out, and those of the dark theme where a system asks for it.
struct DrawingStyle {
  private let light: StyleTokens
  private let dark: StyleTokens
  private let rules: [StyleRule]

  /// The style of a theme.
  ///
  /// - Parameters:
  ///   - light: its tokens.
  ///   - dark: those of its dark variant.
  ///   - rules: the style sheet of figures.
  init(light: StyleTokens, dark: StyleTokens, rules: String) {
    self.light = light
    self.dark = dark
    self.rules = StyleRule.rules(rules)
  }

  /// `body` without tokens, and the style that its classes need.
  ///
  /// - Parameter scope: the id of the drawing, so that the style meets nothing else.
  func apply(to body: String, scope: String) -> (style: String, body: String) {
    let classes = Set(
      body.matches(of: /class="([^"]*)"/).flatMap {
        $0.output.1.split(separator: " ").map(String.init)
      })
    var inline = InlineStyles(light: light, dark: dark)
    let body = inline.replace(in: body)
    var (always, inDark): ([String], [String]) = ([], [])
    for rule in [Self.paper] + rules {
      let selectors = rule.selectors.compactMap { Self.scoped($0, classes, scope) }
      guard !selectors.isEmpty else { continue }
      let head = selectors.joined(separator: ",")
      always.append(head + Self.block(rule.declarations, light))
      let themed = rule.declarations.filter {
        light.resolve($0.value) != dark.resolve($0.value)
      }
      if !themed.isEmpty { inDark.append(head + Self.block(themed, dark)) }
    }
    inDark += inline.rules.map { "#\(scope) .\($0.name){\($0.value)}" }
    let media = "@media (prefers-color-scheme:dark){\n\(inDark.joined(separator: "\n"))\n}"
    return (always.joined(separator: "\n") + (inDark.isEmpty ? "" : "\n\(media)"), body)
  }

  private static let paper = StyleRule.rules(".paper { fill: var(--paper) }")[0]

  private static func block(_ declarations: [StyleRule.Declaration], _ tokens: StyleTokens)
    -> String
  {
    "{" + declarations.map { "\($0.name):\(tokens.resolve($0.value))" }.joined(separator: ";") + "}"
  }

  /// A selector within the drawing; nil for one that concerns nothing in it.
  private static func scoped(_ selector: String, _ classes: Set<String>, _ scope: String) -> String?
  {
    var parts = selector.split(separator: " ").map(String.init)
    if let first = parts.first, ["svg", ".plot", "svg.plot"].contains(first), parts.count > 1 {
      parts.removeFirst()
    }
    let isKnown = parts.allSatisfy { part in
      guard
        let match = part.wholeMatch(
          of: /(text|tspan|path|rect|circle|line|g|image|polygon)?((?:\.[\w-]+)*)/)
      else { return false }
      return match.output.2.split(separator: ".").allSatisfy {
        classes.contains(String($0)) || $0 == "paper"
      }
    }
    return isKnown ? "#\(scope) \(parts.joined(separator: " "))" : nil
  }
}

/// The `style` attributes of a drawing, with the colours of the light theme in place; those of the dark
/// one become rules.
private struct InlineStyles {
  let light: StyleTokens
  let dark: StyleTokens
  /// The rules of the dark theme: a class and what it declares.
  private(set) var rules: [(name: String, value: String)] = []
  private var names: [String: String] = [:]

  init(light: StyleTokens, dark: StyleTokens) {
    self.light = light
    self.dark = dark
  }

  mutating func replace(in body: String) -> String {
    var (result, rest) = ("", body[...])
    while let match = rest.firstMatch(of: /<([a-zA-Z]+)([^<>]*?) style="([^"]*)"/) {
      let written = String(match.output.3)
      let style = " style=\"\(light.resolve(written))\""
      result += rest[..<match.range.lowerBound]
      let attributes = String(match.output.2)
      let named = name(of: written).map { Self.adding($0, to: attributes) } ?? attributes
      result += "<\(match.output.1)\(named)\(style)"
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }

  /// The class for what a style declares in the dark theme; nil if that is the same.
  private mutating func name(of style: String) -> String? {
    guard light.resolve(style) != dark.resolve(style) else { return nil }
    if let name = names[style] { return name }
    let name = "q\(names.count)"
    names[style] = name
    // An attribute is stronger than a rule.
    let important = dark.resolve(style).split(separator: ";").map { "\($0)!important" }
    rules.append((name, important.joined(separator: ";")))
    return name
  }

  private static func adding(_ name: String, to attributes: String) -> String {
    attributes.contains("class=\"")
      ? attributes.replacing("class=\"", with: "class=\"\(name) ", maxReplacements: 1)
      : attributes + " class=\"\(name)\""
  }
}
