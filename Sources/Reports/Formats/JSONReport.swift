import Experiments
import Notebook
import Plotting

/// Writes reports as JSON: every metric, claim and table, for programs.
///
/// `nnbook schema results` describes it. Numbers that JSON has no word for are null, and the text beside
/// them says what they are.
public enum JSONReport {
  /// The version of the form, counted up when a reader of the old one would go wrong.
  package static let version = 1

  /// The document, UTF-8, with a line end.
  public static func render(_ report: Report) -> String { json(report).document }

  private static func json(_ report: Report) -> JSONValue {
    let context = PageContext(report)
    let made = report.provenance
    return [
      "version": .integer(version), "title": .text(context.references.outline.title),
      "notebook": .text(context.fileName), "program": .text(made.program),
      "sha256": .text(made.digest), "seed": .text(String(made.seed)),
      "arithmetic": .text(made.arithmetic), "profile": .text(made.profile ?? Profile.full.rawValue),
      "parameters": .object(
        report.notebook.frontMatter.parameters.map { ($0.name, .text($0.value)) }),
      "blocks": .list(report.notebook.blocks.indices.map { block($0, context) }),
    ]
  }

  private static func block(_ index: Int, _ context: PageContext) -> JSONValue {
    let block = context.report.notebook.blocks[index]
    let outcome = context.report.outcomes[index]
    return [
      "id": .text(context.references.blocks[index].anchor), "kind": .text(block.kind),
      "file": .text(context.fileName(of: block.kindPosition)),
      "line": .integer(block.lines.lowerBound),
      "ran": .boolean(outcome.result != nil),
      "metrics": .list((outcome.result?.metrics ?? []).map(metric)),
      "claims": .list(outcome.checks.map(claim)),
      "open": .list(context.report.openClaims(of: index).map { .text($0.text) }),
      "figures": .list(figures(index, context)),
      "diagnoses": .list((outcome.result?.diagnoses ?? []).map(diagnosis)),
      "errors": lines(outcome, .error, context), "warnings": lines(outcome, .warning, context),
    ]
  }

  private static func lines(
    _ outcome: BlockOutcome, _ severity: Diagnostic.Severity, _ context: PageContext
  ) -> JSONValue {
    .list(
      outcome.diagnostics.filter { $0.severity == severity }.map { .text(context.line(of: $0)) })
  }

  private static func metric(_ metric: Metric) -> JSONValue {
    [
      "name": .text(String(metric.name)), "value": .number(metric.value),
      "text": .text(String(metric.printed)),
    ]
  }

  private static func claim(_ check: ClaimCheck) -> JSONValue {
    let wording = ClaimWording(check)
    return [
      "text": .text(check.claim.text), "holds": .boolean(check.holds),
      "line": .integer(check.claim.position.line),
      "measured": .list(
        check.measured.map { measured in
          ["metric": .text(measured.metric.text), "value": .number(measured.value)]
        }),
      "reason": check.holds ? .null : .text(wording.reason),
    ]
  }

  /// Of a figure that is not shown the numbers are there too: the file is for programs.
  private static func figures(_ index: Int, _ context: PageContext) -> [JSONValue] {
    let shown = context.references.blocks[index].figures
    let captions = context.report.notebook.blocks[index].captions
    return (context.report.outcomes[index].result?.figures ?? []).enumerated().map {
      position, figure in
      let entry = position < shown.count ? shown[position] : nil
      let caption =
        position < captions.count
        ? SearchText.words(captions[position], in: context) : String(figure.caption)
      return [
        "id": JSONValue(entry?.anchor), "name": .text(String(figure.name)),
        "number": JSONValue(entry?.name), "caption": .text(caption),
        "columns": .list(
          figure.table.columns.map { column in
            ["name": .text(String(column.name)), "type": column.isText ? "text" : "number"]
          }),
        "rows": .list(figure.table.rows.map { .list($0.map(cell)) }),
      ]
    }
  }

  private static func cell(_ cell: Table.Cell) -> JSONValue {
    switch cell {
    case .empty: .null
    case .number(let number): .number(number)
    case .text(let text): .text(String(text))
    }
  }

  private static func diagnosis(_ diagnosis: Diagnosis) -> JSONValue {
    [
      "heading": .text(String(diagnosis.heading)),
      "entries": .list(
        diagnosis.entries.map { entry in
          ["term": .text(String(entry.term)), "text": .text(String(entry.description))]
        }),
    ]
  }
}
