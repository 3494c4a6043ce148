/// The attributes at the end of a heading: `## Results {#sec-results .unnumbered}`.
struct HeadingAttributes {
  /// The word behind `#`.
  var label: String?
  /// Whether the section has a number: not with `.unnumbered`, or `-` for short.
  var isNumbered: Bool

  /// Takes the attributes off the heading's text; other classes are dropped.
  ///
  /// - Returns: nil if there are none.
  init?(takenFrom inlines: inout [Inline]) {
    guard case .text(let text) = inlines.last, text.hasSuffix("}"),
      let open = text.lastIndex(of: "{")
    else { return nil }
    let words = text[open...].dropFirst().dropLast().split(separator: " ")
    guard !words.isEmpty, words.allSatisfy({ "#.-".contains($0.prefix(1)) }) else { return nil }
    label = words.first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    isNumbered = !words.contains(".unnumbered") && !words.contains("-")
    inlines.removeLast()
    let rest = Array(text[..<open].utf8).trimmedEnd.string
    if !rest.isEmpty { inlines.append(.text(rest)) }
  }
}
