import Foundation

/// Turns the TeX of a bibliography into plain text: accents, letters, dashes, quotes; braces and other commands
/// go, what they hold stays.
struct TeXText {
  private var rest: Substring.UnicodeScalarView
  private var output = ""

  /// The plain text of a value.
  static func plain(_ tex: String) -> String {
    var reader = TeXText(rest: Substring(tex).unicodeScalars)
    reader.read()
    return reader.output.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
      .joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  private mutating func read() {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": command()
      case "{", "}", "$": continue
      case "~": output += "\u{A0}"
      case "-" where take("--"): output += "—"
      case "-" where take("-"): output += "–"
      case "`" where take("`"): output += "“"
      case "'" where take("'"): output += "”"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest = rest.dropFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func command() {
    guard let first = rest.popFirst() else { return }
    guard first.properties.isAlphabetic else {
      if let mark = Self.accents[String(first)] { return accent(mark) }
      if "&%$#_{} ".unicodeScalars.contains(first) { output.unicodeScalars.append(first) }
      if first == "\\" { output += " " }
      return
    }
    var name = String(first)
    while let next = rest.first, next.isASCII, next.properties.isAlphabetic {
      name.unicodeScalars.append(next)
      rest.removeFirst()
    }
    if let mark = Self.accents[name] { return accent(mark) }
    while rest.first == " " { rest.removeFirst() }
    output += Self.letters[name] ?? ""
  }

  /// Puts an accent on the letter that follows, which may stand in braces.
  private mutating func accent(_ mark: Unicode.Scalar) {
    while let next = rest.first, next == " " || next == "{" { rest.removeFirst() }
    guard let letter = rest.popFirst() else { return }
    if letter == "\\" {
      // `\'\i` is an accent on a letter that has no dot to take off.
      command()
      if output.last == "ı" { output.removeLast(); output += "i" }
    } else {
      output.unicodeScalars.append(letter)
    }
    output.unicodeScalars.append(mark)
  }

  private static let accents: [String: Unicode.Scalar] = [
    "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}",
    "r": "\u{30A}", "b": "\u{331}", "d": "\u{323}",
  ]

  private static let letters = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "dots": "…",
    "ldots": "…", "alpha": "α", "beta": "β", "gamma": "γ", "epsilon": "ε", "lambda": "λ", "mu": "μ",
    "pi": "π", "sigma": "σ", "TeX": "TeX", "LaTeX": "LaTeX", "ell": "ℓ", "infty": "∞", "times": "×",
  ]
}
