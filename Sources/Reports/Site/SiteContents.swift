import Notebook

/// Writes the contents of a site beside the text: parts, chapters, and the sections of the chapter that
/// is open.
struct SiteContents {
  let place: SitePlace
  /// The open chapter; nil for pages of the site itself.
  var context: PageContext?

  /// The list.
  var html: HTML {
    let site = place.site
    var rows: [HTML] = []
    for (index, chapter) in site.chapters.enumerated() {
      if let part = chapter.part, index == 0 || site.chapters[index - 1].part != part {
        rows.append("<li class=\"part\">\(site.parts[part])</li>")
      }
      rows.append(row(chapter, isOpen: index == place.chapterIndex))
    }
    return """
      <nav class="toc site" aria-label="Contents"><p class="h">Contents</p>\
      <details><summary>Contents</summary><ol>
      \(rows.joined(separator: "\n"))
      </ol></details></nav>
      """
  }

  private func row(_ chapter: Site.Chapter, isOpen: Bool) -> HTML {
    let number: HTML = chapter.number.map { "<span>\($0)</span> " } ?? ""
    let mark: HTML = isOpen ? " aria-current=\"page\"" : ""
    let link: HTML = """
      <a href="\(place.link(to: chapter.address))"\(mark)>\(number)<span>\(chapter.title)</span></a>
      """
    return "<li>\(link)\(isOpen ? sections : "")</li>"
  }

  private var sections: HTML {
    guard let context, context.report.notebook.frontMatter.tableOfContents else { return "" }
    let items = context.references.outline.sections.filter { $0.depth == 1 }.map {
      section -> HTML in
      let number: HTML = section.number.map { "<span>\($0)</span> " } ?? ""
      let text = InlineRenderer(context: context).label(section.heading)
      return "<li><a href=\"#\(section.anchor)\">\(number)<span>\(text)</span></a></li>"
    }
    return items.isEmpty ? "" : "\n<ol class=\"sub\">\n\(items.joined(separator: "\n"))\n</ol>"
  }
}
