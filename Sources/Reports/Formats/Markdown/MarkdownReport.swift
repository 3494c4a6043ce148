import Notebook

/// Writes reports as Markdown that GitHub shows: figures are files beside it, formulas stay TeX.
public enum MarkdownReport {
  /// The text, and the files that it names: figures and the author's own pictures.
  ///
  /// - Parameters:
  ///   - report: what was found.
  ///   - figures: the folder of the figures, seen from the file: `notes_files`.
  public static func render(
    _ report: Report, figures: String
  ) -> (text: String, files: [(name: String, bytes: [UInt8])]) {
    let context = PageContext(report)
    let folder = URLPath.encoded(figures)
    let elements = MarkdownElements(context, figures: folder)
    let parts = [
      head(context), elements.text(context.references.outline.body),
      MarkdownEndMatter(context: context, elements: elements).text, foot(context),
    ]
    let figures = ReportFigures(context).files.map { (name: $0.name, bytes: Array($0.svg.utf8)) }
    return (
      parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n",
      figures + MarkdownPictures(context: context, folder: folder).files
    )
  }

  private static func head(_ context: PageContext) -> String {
    let frontMatter = context.report.notebook.frontMatter
    let claims = context.report.claimsFact.map { fact in
      let alarm = fact.alarm.isEmpty ? "" : " **✕ \(fact.alarm)**"
      return "Claims: \(fact.value)\(alarm)"
    }
    let facts =
      [
        frontMatter.author.isEmpty ? nil : frontMatter.author.joined(separator: ", "),
        frontMatter.date,
      ].compactMap { $0.map { MarkdownText.escape($0) } } + [claims].compactMap { $0 }
    let lede = frontMatter.subtitle ?? frontMatter.description
    return [
      "# \(MarkdownText.escape(context.references.outline.title))",
      lede.map { MarkdownText.escape($0) } ?? "", facts.joined(separator: " · "),
      context.report.provenance.profile.map { "**\($0)**" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func foot(_ context: PageContext) -> String {
    let made = context.report.provenance
    return """
      ---

      Made by \(made.program) from \(MarkdownText.code(context.fileName)) \
      (sha-256 \(MarkdownText.code(String(made.digest.prefix(12))))). Seed \(made.seedText), \
      \(made.arithmetic). The same inputs give the same bytes: \(MarkdownText.code(made.command)).
      """
  }
}
