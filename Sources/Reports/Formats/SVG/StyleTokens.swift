/// The tokens of a theme, by which drawings name their colours and faces: `--c1` is `#4076f5`.
struct StyleTokens {
  private var values: [String: String] = [:]

  /// The tokens that the rules of a style sheet for `:root` declare; later ones win.
  init(_ css: String) {
    for declaration in StyleRule.rules(css).flatMap(\.declarations)
    where declaration.name.hasPrefix("--") {
      values[declaration.name] = declaration.value
    }
  }

  /// These tokens, with those of `other` in their places.
  func merging(_ other: StyleTokens) -> StyleTokens {
    var merged = self
    merged.values.merge(other.values) { $1 }
    return merged
  }

  /// A token's value with all others in place; nil if there is none.
  subscript(name: String) -> String? { values[name].map { resolve($0) } }

  /// `text` with values for `var(--name)`, and colours for mixtures: what programs understand that know
  /// SVG but not all of CSS. An unknown name stays.
  func resolve(_ text: String, depth: Int = 0) -> String {
    guard depth < 8 else { return text }
    let filled = text.replacing(/var\((--[\w-]+)\)/) { match in
      values[String(match.output.1)].map { resolve($0, depth: depth + 1) }
        ?? String(match.output.0)
    }
    return Self.mixed(filled)
  }

  /// `color-mix(in srgb, #4076f5 72%, #1c1e21)` as a colour.
  private static func mixed(_ text: String) -> String {
    text.replacing(
      /color-mix\(in srgb,\s*(#[0-9a-fA-F]{6})\s+(\d+)%,\s*(#[0-9a-fA-F]{6})\)/
    ) { match in
      let share = (Double(match.output.2) ?? 0) / 100
      let channels = zip(channels(match.output.1), channels(match.output.3)).map { a, b in
        Int((a * share + b * (1 - share)).rounded())
      }
      return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  private static func channels(_ colour: Substring) -> [Double] {
    let number = UInt32(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { Double(number >> $0 & 0xFF) }
  }
}
