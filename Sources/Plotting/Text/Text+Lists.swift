extension Text {
  /// The texts with `separator` between them.
  package static func joined(_ texts: [Text], separator: StaticString = ", ") -> Text {
    var joined = Text()
    for (number, text) in texts.enumerated() {
      if number > 0 { joined.append(separator) }
      joined += text
    }
    return joined
  }

  /// "a, b and c".
  package static func list(_ parts: [Text]) -> Text {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return joined(Array(parts.dropLast())) + " and " + last
  }
}
