import Experiments
import Foundation
import Notebook
import Plotting

/// Writes what blocks show as outputs of Jupyter's cells.
struct JupyterOutputs {
  private let context: PageContext
  private let figures: ReportFigures

  init(_ context: PageContext) {
    self.context = context
    figures = ReportFigures(context)
  }

  /// The outputs of a block: what went wrong, each figure with its caption, the claims, diagnoses.
  func all(_ index: Int) -> [JSONValue] {
    let outcome = context.report.outcomes[index]
    let shown = context.references.blocks[index].figures.indices
    let words = MarkdownBlocks(context: context, figures: "", dialect: .jupyter)
    let claims = words.claims(index)
    return outcome.diagnostics.map(problem) + shown.flatMap { figure(index, $0, words) }
      + (claims.isEmpty ? [] : [display([("text/markdown", claims)], plain: plainClaims(index))])
      + words.diagnoses(index).map { display([("text/markdown", $0)], plain: $0) }
  }

  private func figure(_ index: Int, _ position: Int, _ words: MarkdownBlocks) -> [JSONValue] {
    let entry = context.references.blocks[index].figures[position]
    let caption = "**\(entry.name).** \(words.caption(index, position))"
    let plainCaption = "\(entry.name). \(String(entry.figure.caption))"
    let table = DataTableRenderer(entry.figure.table)
    let data = display(
      [("text/html", table.html(label: entry.name).text)],
      plain: CSV.text(entry.figure.table))
    let below = display([("text/markdown", caption)], plain: plainCaption)
    guard !figures.isTable(index) else { return [data, below] }
    let svg = figures.svg(index, position)
    let plain = "\(entry.name). \(figures.sheet(index, position).summary)"
    // JupyterLab shows SVG in notebooks that the reader trusts only, pictures in Markdown in all.
    let picture = "![\(MarkdownText.escape(plain))](data:image/svg+xml;base64,\(base64(svg)))"
    let drawing = display([("image/svg+xml", svg), ("text/markdown", picture)], plain: plain)
    return [drawing, below] + (table.isEmpty ? [] : [folded(entry)])
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// The numbers of a figure, behind a fold where the reader shows HTML.
  private func folded(_ entry: CrossReferences.NumberedFigure) -> JSONValue {
    let table = DataTableRenderer(entry.figure.table)
    let html: HTML = """
      <details><summary>Data of \(entry.name)</summary>\(table.html(label: "Data of \(entry.name)"))</details>
      """
    return display(
      [("text/html", html.text)], plain: "Data of \(entry.name):\n\(CSV.text(entry.figure.table))")
  }

  private func plainClaims(_ index: Int) -> String {
    context.report.outcomes[index].checks.map { check in
      let wording = ClaimWording(check)
      return "\(check.holds ? "holds" : "fails"): \(check.claim.text), measured \(wording.measured)"
    }.joined(separator: "\n")
  }

  /// From the richest form to the plainest, as Jupyter's own kernels do.
  private func display(_ forms: [(String, String)], plain: String) -> JSONValue {
    let data = forms.map { ($0.0, JupyterReport.lines($0.1)) }
    return [
      "data": .object(data + [("text/plain", JupyterReport.lines(plain))]), "metadata": [:],
      "output_type": "display_data",
    ]
  }

  /// Jupyter takes a cell with an error for one that failed: a warning is none.
  private func problem(_ diagnostic: Diagnostic) -> JSONValue {
    let line = context.line(of: diagnostic)
    guard diagnostic.severity == .error else {
      return [
        "name": "stderr", "output_type": "stream", "text": JupyterReport.lines(line + "\n"),
      ]
    }
    return [
      "ename": .text(diagnostic.severity.rawValue), "evalue": .text(diagnostic.message),
      "output_type": "error", "traceback": [.text(line)],
    ]
  }
}
