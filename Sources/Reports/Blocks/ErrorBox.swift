import Notebook

/// Writes a diagnostic as a box: what is wrong and where, the line with a caret, what would be
/// right.
struct ErrorBox {
  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// The box for `diagnostic`.
  func html(_ diagnostic: Diagnostic) -> HTML {
    let name: HTML = diagnostic.severity == .warning ? "err warn" : "err"
    let note: HTML = diagnostic.note.map { "<p class=\"em\">\(sentence($0)).</p>" } ?? ""
    return """
      <div class="\(name)" role="note"><div class="eh">\(sentence(diagnostic.message)) \
      <span>\(place(diagnostic.position))</span></div>\(excerpt(diagnostic))\(note)</div>
      """
  }

  private func place(_ position: SourcePosition?) -> String {
    context.fileName(of: position) + (position.map { ":\($0.line):\($0.column)" } ?? "")
  }

  /// The line with the one above, numbered, and carets under the word that is meant.
  private func excerpt(_ diagnostic: Diagnostic) -> HTML {
    guard let excerpt = context.excerpts.excerpt(of: diagnostic) else { return "" }
    let number = String(excerpt.lineNumber)
    let indent = String(repeating: " ", count: number.count + 1 + excerpt.caretColumn)
    return """
      <pre tabindex="0"><code>\(lineAbove(diagnostic, number.count))<span class="hl">\(number)  \
      \(excerpt.line)</span>
      \(indent)<span class="hl">\(carets(excerpt))</span></code></pre>
      """
  }

  private func lineAbove(_ diagnostic: Diagnostic, _ width: Int) -> HTML {
    var above = diagnostic
    above.position = diagnostic.position.map {
      SourcePosition(line: $0.line - 1, column: 1, file: $0.file)
    }
    guard let excerpt = context.excerpts.excerpt(of: above) else { return "" }
    let number = String(excerpt.lineNumber)
    let margin = String(repeating: " ", count: width - number.count)
    return "<span class=\"hc\">\(margin)\(number)</span>  \(excerpt.line)\n"
  }

  /// `^^^^`, one a scalar of the word that begins at the column; at least one.
  private func carets(_ excerpt: DiagnosticRenderer.Excerpt) -> String {
    let word = excerpt.line.unicodeScalars.dropFirst(excerpt.before.unicodeScalars.count)
      .prefix { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
          || "-_.[]".unicodeScalars.contains(scalar)
      }
    return String(repeating: "^", count: max(1, word.count))
  }

  /// Messages begin small and quote with straight marks, as compilers write them; prose does not.
  private func sentence(_ message: String) -> String {
    let quoted = message.replacing(/'([^']*)'/) { "“\($0.output.1)”" }
    return quoted.asSentence
  }
}
