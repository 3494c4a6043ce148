import Experiments
import Notebook
import Plotting

/// Writes what a block shows as Markdown: figures as files beside it, captions, claims, tables.
struct MarkdownBlocks {
  let context: PageContext
  /// The folder of the figures, seen from the Markdown file; percent-encoded.
  let figures: String
  var dialect = MarkdownDialect.gitHub

  /// The block with that index in the notebook; empty if it shows nothing.
  func text(_ index: Int) -> String {
    guard context.references.blocks[index].isVisible else { return "" }
    let report = context.report
    let parts =
      report.outcomes[index].diagnostics.map(error)
      + context.references.blocks[index].figures.indices.map { figure(index, $0) }
      + [claims(index)] + diagnoses(index) + [source(index)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func figure(_ index: Int, _ position: Int) -> String {
    let entry = context.references.blocks[index].figures[position]
    let options = context.report.notebook.blocks[index].options
    let isTable = FigureKind(label: options.label) == .table
    let anchor = "<a id=\"\(entry.anchor)\"></a>"
    let caption = "**\(entry.name).** \(self.caption(index, position))"
    let table = MarkdownTable(entry.figure.table)
    if isTable {
      return [anchor, table.text, caption].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    let file = "\(figures)/\(URLPath.encoded(entry.anchor)).svg"
    let picture =
      "![\(MarkdownText.escape(alternative(index, position)))](\(MarkdownText.address(file)))"
    let data =
      table.isEmpty ? "" : "<details><summary>Data table</summary>\n\n\(table.text)\n\n</details>"
    return [anchor, picture, caption, data].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func alternative(_ index: Int, _ position: Int) -> String {
    let alternatives = context.report.notebook.blocks[index].options.alternatives
    guard position >= alternatives.count else { return alternatives[position] }
    let figure = context.references.blocks[index].figures[position].figure
    return figure.rows.flatMap(\.panels).map { String($0.title) }.joined(separator: "; ")
  }

  /// The caption of a figure, on one line.
  func caption(_ index: Int, _ position: Int) -> String {
    let captions = context.report.notebook.blocks[index].captions
    guard position >= captions.count else {
      return MarkdownInlines(context, figures: figures, dialect: dialect).line(captions[position])
    }
    return MarkdownText.escape(
      String(context.references.blocks[index].figures[position].figure.caption))
  }

  /// The claims of a block; empty if there is none to show.
  func claims(_ index: Int) -> String {
    let outcome = context.report.outcomes[index]
    let shown = outcome.checks.filter { context.report.showsResults(index) || !$0.holds }
    let checked = shown.map { check -> String in
      let wording = ClaimWording(check)
      let code = MarkdownText.code(check.claim.text)
      let measured = "measured **\(MarkdownText.escape(wording.measured))**"
      guard !check.holds else { return "- ✓ holds: \(code), \(measured)" }
      return "- ✕ **fails**: \(code), \(measured); \(MarkdownText.escape(wording.reason))"
    }
    let open = context.report.openClaims(of: index).map {
      "- open: \(MarkdownText.code($0.text))"
    }
    return (checked + open).joined(separator: "\n")
  }

  private func error(_ diagnostic: Diagnostic) -> String {
    dialect.box("caution", title: "", MarkdownText.escape(context.line(of: diagnostic)))
  }

  /// The diagnoses of a block; empty if there is none to show.
  func diagnoses(_ index: Int) -> [String] {
    guard context.report.showsResults(index) else { return [] }
    return (context.report.outcomes[index].result?.diagnoses ?? []).map { diagnosis in
      let entries = diagnosis.entries.map { entry in
        "- **\(MarkdownText.escape(String(entry.term)))**: "
          + MarkdownText.escape(String(entry.description))
      }
      return dialect.box(
        "warning", title: MarkdownText.escape(String(diagnosis.heading)),
        entries.joined(separator: "\n"))
    }
  }

  private func source(_ index: Int) -> String {
    guard context.report.echoes(index) else { return "" }
    let block = context.report.notebook.blocks[index]
    let listing = MarkdownText.listing(context.source(of: block), language: "yaml")
    guard context.report.evaluates(index) else { return listing }
    return
      "<details><summary>Source, line \(block.lines.lowerBound)</summary>\n\n\(listing)\n\n</details>"
  }
}
