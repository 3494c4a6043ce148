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
    return page(
      title: title, adding: addition,
      [
        "language": "\(frontMatter.language)",
        "description": "\(frontMatter.description ?? frontMatter.subtitle ?? title)",
        "contents": ContentsRenderer(context: context).html,
        "article": article(context),
        "metrics": MetricsRenderer(context: context).html,
      ])
  }

  /// A page with the theme and the script of all pages around `parts`.
  static func page(
    title: String, adding addition: PageAddition?, _ parts: [String: HTML]
  ) -> String {
    let script = String(decoding: PackageResources.report_js, as: UTF8.self)
    let frame: [String: HTML] = [
      "policy": "\(SecurityPolicy.policy(script: script, adding: addition))",
      "title": "\(title)",
      "style": HTML(raw: Stylesheet.text(title: title)),
      "script": HTML(raw: script),
      "addition": addition?.html ?? "",
    ]
    return PageTemplate.standard.render(frame.merging(parts) { $1 })
  }

  /// Title block, body and foot.
  static func article(_ context: PageContext) -> HTML {
    [
      TitleRenderer(context: context).html,
      ElementRenderer(context).html(context.references.outline.body),
      ProvenanceRenderer(context: context).html,
    ].joined(separator: "\n")
  }
}
