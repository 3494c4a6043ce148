/// Hands out element ids, each only once.
struct Anchors {
  private var taken: Set<String>
  /// The last number behind an id, so that thousands of equal ones are no long search.
  private var numbers: [String: Int] = [:]

  /// No id is taken but the page's own.
  init() { taken = ["main", "contents"] }

  /// `wanted` as an id; with `-1`, `-2`, … behind it if an earlier one is equal.
  mutating func take(_ wanted: String) -> String {
    let id = Anchors.identifier(wanted)
    if taken.insert(id).inserted { return id }
    var number = numbers[id, default: 0] + 1
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    numbers[id] = number
    return "\(id)-\(number)"
  }

  /// What GitHub and Quarto make of a heading, so that `[…](#how-big-a-step)` works in a report
  /// as it does there: lower case, hyphens for spaces, no punctuation.
  static func slug(_ heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if isWord(scalar) { slug.append(scalar) } else if scalar == " " { slug.append("-") }
    }
    return slug.isEmpty ? "section" : String(slug)
  }

  /// `label` with a hyphen for everything that is not a letter, digit, `-`, `_` or `.`: nothing
  /// that an attribute, a fragment or a list of ids could trip over.
  static func identifier(_ label: String) -> String {
    let scalars = label.unicodeScalars.map { isWord($0) || $0 == "." ? $0 : "-" }
    return scalars.isEmpty ? "unnamed" : String(String.UnicodeScalarView(scalars))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
      || scalar.properties.numericType == .decimal
  }
}
