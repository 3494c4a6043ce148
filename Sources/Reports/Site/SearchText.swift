import Notebook
import Plotting

/// Takes the words of a page apart for the search.
struct SearchText {
  /// A section, or a figure.
  struct Entry: Equatable {
    /// Its id in the page; empty for what stands before the first section.
    var anchor: String
    /// "2.1 How big a step", "Figure 2.3".
    var heading: String
    /// Whether it is a figure, which stands within a section.
    var isFigure = false
    /// The words, with a space between paragraphs.
    var text = ""
  }

  private let context: PageContext
  /// In the order of the page.
  private(set) var entries: [Entry] = []

  init(_ context: PageContext) {
    self.context = context
    let frontMatter = context.report.notebook.frontMatter
    entries = [Entry(anchor: "", heading: context.references.outline.title)]
    add(frontMatter.subtitle ?? frontMatter.description ?? "")
    for element in context.references.outline.body { add(element) }
  }

  private mutating func add(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    // Figures stand in their section: what follows them belongs to it again.
    let place = entries.lastIndex { !$0.isFigure } ?? 0
    entries[place].text += entries[place].text.isEmpty ? words : " \(words)"
  }

  private mutating func add(_ element: Element) {
    switch element {
    case .heading(_, let inlines, _, let position, _): add(heading: inlines, at: position)
    case .paragraph(let inlines): add(text(inlines))
    case .list(_, _, _, let items): for item in items { for element in item { add(element) } }
    case .quote, .division: for inner in element.children { add(inner) }
    case .figure(let picture): add(text(picture.content))
    case .block(let index): add(figuresOf: index)
    case .table(let header, _, let rows):
      for row in [header] + rows { add(row.map(text).joined(separator: " ")) }
    case .listing, .math, .rawHTML, .thematicBreak: break
    }
  }

  private mutating func add(heading inlines: [Inline], at position: SourcePosition) {
    guard let section = context.references.outline.section(at: position) else {
      return add(text(inlines))
    }
    let number = section.number.map { "\($0) " } ?? ""
    entries.append(Entry(anchor: section.anchor, heading: number + text(inlines)))
  }

  private mutating func add(figuresOf index: Int) {
    let captions = context.report.notebook.blocks[index].captions
    for (position, entry) in context.references.blocks[index].figures.enumerated() {
      let caption =
        position < captions.count ? text(captions[position]) : String(entry.figure.caption)
      entries.append(
        Entry(
          anchor: entry.anchor, heading: entry.name, isFigure: true,
          text: caption.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }
  }

  /// The words of `inlines` as readers of the page see them.
  static func words(_ inlines: [Inline], in context: PageContext) -> String {
    inlines.map { text($0, context) }.joined()
  }

  private func text(_ inlines: [Inline]) -> String { Self.words(inlines, in: context) }

  /// Values printed, references by their names.
  private static func text(_ inline: Inline, _ context: PageContext) -> String {
    switch inline {
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner):
      words(inner, in: context)
    case .citation(let citation): CitationRenderer(context: context).html(citation).words
    case .value(let reference):
      if case .found(let printed, _) = ValueLookup(reference, in: context) {
        printed
      } else {
        reference.written
      }
    case .reference(let label, _): context.references.targets[label]?.name ?? "@\(label)"
    default: inline.plainText
    }
  }
}
