import Notebook

/// Writes reports as HTML: one file that needs no server, no network and no JavaScript.
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
      "head": TitleRenderer(context: context).html,
      "body": body(context),
      "foot": ProvenanceRenderer(context: context).html,
      "script": HTML(raw: script),
    ])
  }

  /// What stands between head and foot.
  static func body(_ context: PageContext) -> HTML {
    ElementRenderer(context).html(context.references.outline.body)
  }
}
