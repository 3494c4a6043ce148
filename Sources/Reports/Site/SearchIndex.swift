import Notebook

/// What the search of a site looks through: headings, prose and captions, section by section.
///
/// It is a script and not JSON, because a page that is opened from a folder may load scripts only.
struct SearchIndex {
  private var pages: [JSONValue] = []
  private var entries: [JSONValue] = []

  /// The index of all pages of a site, in their order.
  init(_ reports: [Report]) {
    for report in reports {
      guard let chapter = report.place?.chapter else { continue }
      pages.append([.text(URLPath.encoded(chapter.address)), .text(chapter.numberedTitle)])
      for entry in SearchText(PageContext(report)).entries {
        entries.append([
          .integer(pages.count - 1), .text(entry.anchor), .text(entry.heading), .text(entry.text),
        ])
      }
    }
  }

  /// The script: it hands pages and entries over to the script of the site.
  var script: String {
    let index: JSONValue = ["pages": .list(pages), "entries": .list(entries)]
    return "nnbookSearch(\(index.line));\n"
  }
}
