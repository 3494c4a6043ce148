/// A font of KaTeX: `KaTeX_Main`, normal or italic, normal or bold.
struct FontFace: Hashable {
  var family: String
  var style: String
  var weight: String
  /// The address of the font, from the style sheet; empty where a rule only asks for one.
  var file = ""

  /// The face that an `@font-face` rule defines with a woff2 file; nil for any other rule.
  init?(_ rule: CSSRule) {
    guard rule.selectors == ["@font-face"], let family = Self.family(in: rule.body),
      let file = rule.body.firstMatch(of: /url\(["']?([A-Za-z0-9_\/.\-]+\.woff2)["']?\)/)
    else { return nil }
    self.family = family
    self.file = String(file.output.1)
    style = Self.isItalic(rule.body) ? "italic" : "normal"
    weight = Self.isBold(rule.body) ? "700" : "400"
  }

  private init(family: String, style: String, weight: String) {
    (self.family, self.style, self.weight) = (family, style, weight)
  }

  /// The faces that declarations ask for, without files. What makes text bold or italic without
  /// naming a family may do so in any of the families that have such faces.
  static func named(in bodies: [String]) -> Wanted {
    var wanted = Wanted()
    for body in bodies {
      let (style, weight) = (isItalic(body) ? "italic" : "normal", isBold(body) ? "700" : "400")
      if let family = family(in: body) {
        wanted.faces.insert(FontFace(family: family, style: style, weight: weight))
      } else {
        if style == "italic" { wanted.styles.insert(style) }
        if weight == "700" { wanted.weights.insert(weight) }
      }
    }
    return wanted
  }

  /// Which faces rules ask for.
  struct Wanted {
    fileprivate var faces: Set<FontFace> = []
    fileprivate var styles: Set<String> = ["normal"]
    fileprivate var weights: Set<String> = ["400"]

    /// Whether one of the rules may ask for `face`.
    func contains(_ face: FontFace) -> Bool {
      let own = faces.filter { $0.family == face.family }
      let isText = ["KaTeX_Main", "KaTeX_SansSerif"].contains(face.family)
      return own.contains { wanted in
        (wanted.style == face.style || isText && styles.contains(face.style))
          && (wanted.weight == face.weight || isText && weights.contains(face.weight))
      }
    }
  }

  private static func family(in body: String) -> String? {
    body.firstMatch(of: /font(?:-family)?:[^;]*?(KaTeX_[A-Za-z0-9]+)/).map { String($0.output.1) }
  }

  private static func isItalic(_ body: String) -> Bool {
    body.contains(/font-style:\s*italic/)
  }

  private static func isBold(_ body: String) -> Bool {
    body.contains(/font-weight:\s*(bold|700)/)
  }
}
