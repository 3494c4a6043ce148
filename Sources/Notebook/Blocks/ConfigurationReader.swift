/// Reads values of the expected type, reporting those of another one.
struct ConfigurationReader {
  /// What a seed may be.
  static let seedRange = "a whole number from 0 to 18446744073709551615"

  var diagnostics: Diagnostics

  /// One line of text, or whatever was written if it is a number or a boolean.
  mutating func text(_ entry: ConfigurationNode.Entry) -> String? {
    if let text = entry.value.plainText { return text }
    return mismatch(entry, "text")
  }

  /// One text or a list of texts.
  mutating func texts(_ entry: ConfigurationNode.Entry) -> [String] {
    guard case .list(let items) = entry.value.value else { return text(entry).map { [$0] } ?? [] }
    return items.compactMap { item in
      text(ConfigurationNode.Entry(key: entry.key, keyPosition: entry.keyPosition, value: item))
    }
  }

  mutating func boolean(_ entry: ConfigurationNode.Entry) -> Bool? {
    if case .boolean(let value) = entry.value.value { return value }
    return mismatch(entry, "true or false")
  }

  /// An address on the web, without `/` at its end.
  mutating func address(_ entry: ConfigurationNode.Entry) -> String? {
    if case .text(let text) = entry.value.value,
      text.wholeMatch(of: /https?:\/\/[^\s\/"'<>?#][^\s"'<>?#]*/) != nil
    {
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
    return mismatch(entry, "an address such as 'https://example.org/book'")
  }

  /// A finite number above zero.
  mutating func size(_ entry: ConfigurationNode.Entry) -> Double? {
    if case .number(let text) = entry.value.value, let value = Double(text), value.isFinite,
      value > 0
    {
      return value
    }
    return mismatch(entry, "a number above 0")
  }

  mutating func count(_ entry: ConfigurationNode.Entry, atMost limit: Int) -> Int? {
    if case .number(let text) = entry.value.value, let value = Int(text),
      (1...limit).contains(value)
    {
      return value
    }
    return mismatch(entry, "a whole number from 1 to \(limit)")
  }

  mutating func seed(_ entry: ConfigurationNode.Entry) -> UInt64? {
    if case .number(let text) = entry.value.value, let value = UInt64(text) { return value }
    return mismatch(entry, Self.seedRange)
  }

  mutating func profile(_ entry: ConfigurationNode.Entry) -> Profile? {
    guard let name = text(entry) else { return nil }
    if let profile = Profile(rawValue: name) { return profile }
    diagnostics.report(.unknownProfile(name, known: Profile.names), at: entry.value.position)
    return nil
  }

  /// The tag of a language, as BCP 47 has it: a word, and further ones after hyphens.
  mutating func language(_ entry: ConfigurationNode.Entry) -> String? {
    guard let tag = text(entry) else { return nil }
    if tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil { return tag }
    return mismatch(entry, "the tag of a language such as en or pt-BR")
  }

  /// The entries of a map; none for an empty value.
  mutating func map(_ entry: ConfigurationNode.Entry) -> [ConfigurationNode.Entry] {
    switch entry.value.value {
    case .map(let entries): return entries
    case .null: return []
    default: return mismatch(entry, "'name: value' lines") ?? []
    }
  }

  /// Reports a value that is not of the expected type.
  mutating func mismatch(_ entry: ConfigurationNode.Entry, _ expected: String) {
    diagnostics.report(
      .wrongType(entry.key, expected: expected, found: entry.value.summary),
      at: entry.value.position)
  }

  private mutating func mismatch<Value>(
    _ entry: ConfigurationNode.Entry, _ expected: String
  ) -> Value? {
    mismatch(entry, expected) as Void
    return nil
  }
}

extension ConfigurationNode {
  /// The text of a text, number or boolean.
  var plainText: String? {
    switch value {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null, .list, .map: nil
    }
  }

  /// What the value is, for messages.
  var summary: String {
    switch value {
    case .null: "nothing"
    case .boolean(let value): "'\(value)'"
    case .number(let text): "the number \(text)"
    case .text(let text): "'\(text.prefix(40))'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
