import Notebook

/// Writes the contents list: sections and their parts, beside the text or folded above it.
struct ContentsRenderer {
  let context: PageContext

  /// The list; empty without sections or with `toc: false`.
  var html: HTML {
    let sections = context.references.outline.sections.filter { $0.depth <= 2 }
    guard context.report.notebook.frontMatter.tableOfContents, !sections.isEmpty else { return "" }
    let items = sections.map(item).joined(separator: "\n")
    return """
      <nav class="toc" aria-label="On this page"><p class="h">On this page</p>\
      <details><summary>On this page</summary><ol>
      \(items)
      </ol></details></nav>
      """
  }

  private func item(_ section: Outline.Section) -> HTML {
    let number: HTML = section.number.map { "<span>\($0)</span> " } ?? ""
    let name: HTML = section.depth == 1 ? "" : " class=\"sub\""
    let text = InlineRenderer(context: context).label(section.heading)
    return "<li\(name)><a href=\"#\(section.anchor)\">\(number)<span>\(text)</span></a></li>"
  }
}
