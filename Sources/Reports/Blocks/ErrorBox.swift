import Notebook

/// Writes a diagnostic as a box: what is wrong and where, the line with a caret, what would be
/// right.
struct ErrorBox {
  let context: PageContext

  /// The box for `diagnostic`.
  func html(_ diagnostic: Diagnostic) -> HTML {
    let name: HTML = diagnostic.severity == .warning ? "err warn" : "err"
    let note: HTML = diagnostic.note.map { "<p class=\"em\">\(sentence($0)).</p>" } ?? ""
    return """
      <div class="\(name)" role="note"><div class="eh">\(sentence(diagnostic.message)) \
      <span>\(place(diagnostic.position))</span></div>\(excerpt(diagnostic.position))\(note)</div>
      """
  }

  private func place(_ position: SourcePosition?) -> String {
    context.fileName + (position.map { ":\($0.line):\($0.column)" } ?? "")
  }

  /// The line with the one above, numbered, and carets under the word that is meant.
  private func excerpt(_ position: SourcePosition?) -> HTML {
    guard let position, position.line >= 1 else { return "" }
    let notebook = context.report.notebook
    let width = String(position.line).count
    let line = notebook.text(position.line...position.line)
    let above: HTML =
      position.line == 1
      ? ""
      : "<span class=\"hc\">\(number(position.line - 1, width))</span>  "
        + "\(notebook.text(position.line - 1...position.line - 1))\n"
    let carets = Caret(line: line, column: position.column)
    let indent = String(repeating: " ", count: width + 2) + carets.indent
    return """
      <pre tabindex="0"><code>\(above)<span class="hl">\(position.line)  \(line)</span>
      \(indent)<span class="hl">\(carets.marks)</span></code></pre>
      """
  }

  private func number(_ line: Int, _ width: Int) -> String {
    let digits = String(line)
    return String(repeating: " ", count: width - digits.count) + digits
  }

  /// Messages begin small and quote with straight marks, as compilers write them; prose does not.
  private func sentence(_ message: String) -> String {
    let quoted = message.replacing(/'([^']*)'/) { "“\($0.output.1)”" }
    return quoted.prefix(1).uppercased() + quoted.dropFirst()
  }
}

/// The marks under a word of a line.
struct Caret: Equatable {
  /// What stands before the marks: spaces, and the line's own tabs.
  let indent: String
  /// `^^^^`, one a scalar of the word; at least one.
  let marks: String

  /// The marks for the word at `column`, counted from 1 in scalars.
  init(line: String, column: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, column - 1), scalars.count)
    let word = scalars[start...].prefix { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || "-_.[]".unicodeScalars.contains(scalar)
    }
    let blanks = scalars[..<start].map { $0 == "\t" ? $0 : " " }
    indent = String(String.UnicodeScalarView(blanks))
    marks = String(repeating: "^", count: max(1, word.count))
  }
}
