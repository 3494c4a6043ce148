import Notebook

/// The sections of a notebook with their numbers and anchors, and its title.
struct Outline {
  /// A heading of the body.
  struct Section {
    /// 1 for a section, 2 for a part of it, however many `#` the author used.
    var depth: Int
    /// "2.1"; nil where sections have no numbers.
    var number: String?
    /// Its id in the page.
    var anchor: String
    var heading: [Inline]
  }

  /// The front matter's title, else the first line's if that is a heading of level 1, else the
  /// file's name.
  private(set) var title: String
  /// The elements below the title.
  private(set) var body: ArraySlice<Element>
  /// In order.
  private(set) var sections: [Section] = []
  private var indices: [SourcePosition: Int] = [:]

  /// Numbers the sections of `notebook`, with `prefix` before each number; `anchors` must hold the
  /// labels of its blocks already. A section without a number counts for none, nor do those within it.
  init(_ notebook: Notebook, prefix: String, anchors: inout Anchors) {
    (title, body) = Outline.splitTitle(notebook)
    var open: [Int] = []
    var counters: [Int] = []
    var unnumbered: Int?
    for case .heading(let level, let inlines, let label, let position, let isNumbered)
      in Element.sectioned(body)
    {
      // The depth follows from the nesting, so that a skipped level leaves no gap.
      while let last = open.last, last >= level { open.removeLast() }
      open.append(level)
      if let depth = unnumbered, open.count <= depth { unnumbered = nil }
      if !isNumbered, unnumbered == nil { unnumbered = open.count }
      if unnumbered == nil { Self.count(open.count, &counters) }
      let anchor = anchors.take(label ?? Anchors.slug(inlines.plainText))
      let number =
        unnumbered == nil && notebook.frontMatter.numbersSections
        ? prefix + counters.map(String.init).joined(separator: ".") : nil
      indices[position] = sections.count
      sections.append(
        Section(depth: open.count, number: number, anchor: anchor, heading: inlines))
    }
  }

  private static func count(_ depth: Int, _ counters: inout [Int]) {
    counters = Array(counters.prefix(depth))
    while counters.count < depth { counters.append(0) }
    counters[depth - 1] += 1
  }

  /// The section whose heading stands at `position`; nil for headings inside lists and quotes.
  func section(at position: SourcePosition) -> Section? { indices[position].map { sections[$0] } }

  fileprivate static func splitTitle(_ notebook: Notebook) -> (String, ArraySlice<Element>) {
    let written = notebook.frontMatter.title
    let all = notebook.elements[...]
    guard case .heading(1, let heading, _, _, _) = all.first,
      written == nil || written == heading.plainText
    else { return (written ?? notebook.name, all) }
    return (heading.plainText, all.dropFirst())
  }
}

extension Report {
  /// The title of the page: the front matter's, else the heading on top, else the file's name.
  public var title: String { Outline.splitTitle(notebook).0 }
}

extension Notebook {
  /// The notebook's own name.
  var fileName: String { files[0].name }

  /// The file name without `.md`.
  fileprivate var name: String {
    fileName.hasSuffix(".md") ? String(fileName.dropLast(3)) : fileName
  }
}

extension NotebookFile {
  /// The last component of the path: reports name no folders of the machine they were made on.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
