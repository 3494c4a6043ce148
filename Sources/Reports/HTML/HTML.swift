import Plotting

/// Markup that is safe by construction: what a literal says is markup, what is put into it is
/// text and gets escaped, unless it is markup itself.
///
///     let cell: HTML = "<td>\(name)</td>"   // name: String, "a < b"
///     cell.text                             // "<td>a &lt; b</td>"
///
/// Nothing else in this module turns a string into markup, but `HTML(raw:)`, whose uses can be
/// counted.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The markup.
  private(set) var text: String

  init() { text = "" }

  init(stringLiteral literal: StaticString) { text = "\(literal)" }

  init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

  /// Markup made elsewhere: drawings of Plotting, resources, raw HTML of a trusted notebook.
  init(raw markup: String) { text = markup }

  /// Text, escaped.
  init(escaping plain: String) { text = HTML.escape(plain) }

  var isEmpty: Bool { text.isEmpty }

  static func += (html: inout HTML, more: HTML) { html.text += more.text }

  static func + (left: HTML, right: HTML) -> HTML { HTML(raw: left.text + right.text) }
}

extension HTML {
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

    mutating func appendInterpolation(_ plain: String) { text += HTML.escape(plain) }

    mutating func appendInterpolation(_ plain: Text) { text += HTML.escape(String(plain)) }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ html: HTML) { text += html.text }
  }

  /// `plain` with the characters escaped that mean something in text or in a quoted attribute.
  ///
  /// It goes by scalars, not characters: a quote followed by a combining accent is one character
  /// to Swift and still the end of an attribute to a browser. Control characters, which HTML
  /// forbids, become U+FFFD.
  static func escape(_ plain: String) -> String {
    guard plain.unicodeScalars.contains(where: isReserved) else { return plain }
    var escaped = ""
    escaped.reserveCapacity(plain.utf8.count + 32)
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case _ where isReserved(scalar): escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\"", "'": true
    case "\t", "\n", "\r": false
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": true
    default: scalar.value & 0xFFFE == 0xFFFE  // the last two of each plane are no characters
    }
  }
}

extension HTML {
  /// The words alone, for what is no page.
  var words: String { HTML.unescape(text.replacing(/<[^>]*>/, with: "")) }
}

extension Sequence<HTML> {
  /// All of them, one after the other.
  func joined(separator: HTML = "") -> HTML {
    HTML(raw: map(\.text).joined(separator: separator.text))
  }
}

extension String {
  /// The same text as a Swift string.
  init(_ text: Text) { self.init(decoding: text.bytes, as: UTF8.self) }
}
