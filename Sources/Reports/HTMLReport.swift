import Notebook

/// Writes reports as HTML: one file that needs no server, no network and no JavaScript.
///
///     let (notebook, diagnostics) = NotebookReader.read(source: source, path: "notes.md")
///     let report = Report(notebook: notebook, outcomes: outcomes, provenance: provenance)
///     let missing = report.validate()
///     let page = HTMLReport.render(report)
public enum HTMLReport {
  /// The page for `report`, UTF-8. The same report gives the same bytes.
  public static func render(_ report: Report) -> String {
    let context = PageContext(report)
    let script = String(decoding: PackageResources.report_js, as: UTF8.self)
    let title = context.references.outline.title
    let frontMatter = report.notebook.frontMatter
    return PageTemplate.standard.render([
      "language": "\(frontMatter.language)",
      "policy": "\(SecurityPolicy.policy(script: script))",
      "title": "\(title)",
      "description": "\(frontMatter.description ?? frontMatter.subtitle ?? title)",
      "style": HTML(raw: Stylesheet.text(title: title)),
      "contents": ContentsRenderer(context: context).html,
      "article": article(context),
      "metrics": MetricsRenderer(context: context).html,
      "script": HTML(raw: script),
    ])
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
