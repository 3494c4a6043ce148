import Foundation

/// The part of KaTeX's style that a page's formulas need, with its fonts inside.
struct FormulaStyle {
  /// The classes of each kind of element that occurs.
  private var elements: Set<Set<Substring>> = []
  private let sheet: String
  /// The folder of the style, in which its addresses begin.
  private let folder: String

  /// - Parameters:
  ///   - formulas: the markup of all formulas in the page.
  ///   - sheet: KaTeX's style.
  ///   - folder: where it stands.
  init(_ formulas: some Sequence<String>, sheet: String, folder: String) {
    (self.sheet, self.folder) = (sheet, folder)
    var lists: Set<Substring> = []
    for formula in formulas {
      for part in formula.components(separatedBy: " class=\"").dropFirst() {
        lists.insert(part.prefix { $0 != "\"" })
      }
    }
    elements = Set(lists.map { Set($0.split(separator: " ")) })
  }

  /// The rules whose selectors can match, and the faces that these rules name.
  var text: String {
    let (rules, faces) = used
    return (faces.compactMap(rule) + rules.map(\.text)).joined(separator: "\n") + "\n"
  }

  /// The fonts that the formulas need and that cannot be read.
  var missingFonts: [String] {
    used.faces.map(path).filter { !FileManager.default.isReadableFile(atPath: $0) }
  }

  private var used: (rules: [CSSRule], faces: [FontFace]) {
    let all = CSSRule.all(in: sheet)
    let rules = all.compactMap { rule -> CSSRule? in
      let selectors = rule.selectors.filter(canMatch)
      return selectors.isEmpty ? nil : CSSRule(selectors: selectors, body: rule.body)
    }
    let wanted = FontFace.named(in: rules.map(\.body))
    return (rules, all.compactMap(FontFace.init).filter(wanted.contains))
  }

  /// Whether each element that a selector names has a counterpart; those without a class are not
  /// KaTeX's.
  private func canMatch(_ selector: String) -> Bool {
    let compounds = selector.split { " >+~".contains($0) }.map { compound in
      Set(
        compound.split(separator: ":")[0].split(separator: ".", omittingEmptySubsequences: false)
          .dropFirst())
    }
    guard compounds.contains(where: { !$0.isEmpty }) else { return false }
    return compounds.allSatisfy { classes in
      classes.isEmpty || elements.contains { $0.isSuperset(of: classes) }
    }
  }

  private func path(_ face: FontFace) -> String {
    URL(filePath: folder, directoryHint: .isDirectory).appending(path: face.file).path
  }

  /// Nil for a font that cannot be read, which `missingFonts` names.
  private func rule(_ face: FontFace) -> String? {
    guard let font = FileManager.default.contents(atPath: path(face)) else { return nil }
    return """
      @font-face{font-family:\(face.family);font-style:\(face.style);font-weight:\(face.weight);\
      src:url(data:font/woff2;base64,\(font.base64EncodedString())) format("woff2")}
      """
  }
}

/// A rule of a style sheet.
struct CSSRule: Equatable {
  var selectors: [String]
  var body: String

  /// The rule as it is written.
  var text: String { "\(selectors.joined(separator: ",")){\(body)}" }

  /// The rules of a sheet in order, `@font-face` among them; those within other `@` rules are left
  /// out.
  static func all(in sheet: String) -> [CSSRule] {
    let plain = sheet.replacing(/\/\*(?s:.*?)\*\//, with: "")
    var (rules, depth, head, body): ([CSSRule], Int, String, String) = ([], 0, "", "")
    for character in plain.unicodeScalars {
      switch character {
      case "{":
        depth += 1
        if depth > 1 { body.unicodeScalars.append(character) }
      case "}":
        depth -= 1
        if depth > 0 { body.unicodeScalars.append(character) }
        guard depth == 0 else { continue }
        if !body.contains("{") { rules.append(CSSRule(head: head, body: body)) }
        (head, body) = ("", "")
      default:
        if depth == 0 {
          head.unicodeScalars.append(character)
        } else {
          body.unicodeScalars.append(character)
        }
      }
    }
    return rules
  }

  private init(head: String, body: String) {
    func trimmed(_ text: Substring) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let selectors = head.split(separator: ";").last ?? ""
    self.selectors = selectors.split(separator: ",").map(trimmed)
    self.body = trimmed(body[...])
  }

  init(selectors: [String], body: String) {
    (self.selectors, self.body) = (selectors, body)
  }
}
