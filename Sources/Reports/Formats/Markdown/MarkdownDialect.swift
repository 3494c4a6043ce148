import Notebook

/// Who reads a Markdown text: they differ in what they know besides CommonMark, tables and formulas.
enum MarkdownDialect {
  /// Alerts, footnotes, links to places of the page.
  case gitHub
  /// None of these.
  case jupyter

  /// A box of a kind: "warning".
  func box(_ kind: String, title: String, _ inside: String) -> String {
    let name = kind.prefix(1).uppercased() + kind.dropFirst()
    let head: String
    switch self {
    case .gitHub:
      head = "[!\(kind.uppercased())]" + (title.isEmpty ? "" : "\n**\(title)**")
      // What follows an alert's first line at once is its text.
      let space = title.isEmpty ? "\n" : "\n\n"
      return MarkdownText.indented(
        inside.isEmpty ? head : head + space + inside, first: "> ", "> ")
    case .jupyter: head = title.isEmpty ? "**\(name)**" : "**\(name): \(title)**"
    }
    return MarkdownText.indented(
      inside.isEmpty ? head : "\(head)\n\n\(inside)", first: "> ", "> ")
  }

  /// What stands in the text for a footnote.
  func mention(ofNote number: Int) -> String {
    self == .gitHub ? "[^\(number)]" : "<sup>\(number)</sup>"
  }

  /// A footnote behind the text.
  func note(_ number: Int, _ text: String) -> String {
    self == .gitHub
      ? MarkdownText.indented(text, first: "[^\(number)]: ", "    ")
      : MarkdownText.indented(text, first: "\(number). ", "   ")
  }

  /// What other places can lead to, on a line before it.
  func place(_ anchor: String) -> String { self == .gitHub ? "<a id=\"\(anchor)\"></a>\n\n" : "" }
}
