import Notebook

/// Writes reports as HTML: one file that needs no server, no network and no JavaScript.
///
///     let (notebook, diagnostics) = NotebookReader.read(source: source, path: "notes.md")
///     let report = Report(notebook: notebook, outcomes: outcomes, provenance: provenance)
///     let missing = report.validate()
///     let page = HTMLReport.render(report)
public enum HTMLReport {
  /// The page for `report`, UTF-8. The same report gives the same bytes.
  ///
  /// - Parameter addition: what is put into this copy of the page; nothing by default.
  public static func render(_ report: Report, adding addition: PageAddition? = nil) -> String {
    let context = PageContext(report)
    let title = context.references.outline.title
    let frontMatter = report.notebook.frontMatter
    let frame = PageFrame(
      title: title, language: frontMatter.language,
      description: frontMatter.description ?? frontMatter.subtitle ?? title, theme: report.theme,
      place: report.place, formulaStyle: report.formulaStyle, live: LivePage(context),
      addition: addition)
    return frame.render([
      "contents": contents(context),
      "article": article(context),
      "metrics": MetricsRenderer(context: context).html,
    ])
  }

  private static func contents(_ context: PageContext) -> HTML {
    guard let place = context.report.place else { return ContentsRenderer(context: context).html }
    return SiteContents(place: place, context: context).html
  }

  /// Title block, body, ways on and foot.
  static func article(_ context: PageContext) -> HTML {
    let place = context.report.place
    let isHome = place?.address == Site.homeAddress
    return [
      TitleRenderer(context: context).html,
      ElementRenderer(context).html(context.references.outline.body),
      EndMatter(context: context).html,
      place.flatMap { isHome ? ChapterList(place: $0).html : nil } ?? "",
      place.map { ChapterSteps(place: $0).html } ?? "",
      ProvenanceRenderer(context: context).html,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
