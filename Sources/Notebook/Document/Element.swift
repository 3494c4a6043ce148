/// A block-level element.
public indirect enum Element: Sendable, Equatable {
  /// `## Results {#sec-results .unnumbered}`: level 1 to 6, text, and the word behind `#`.
  case heading(
    level: Int, [Inline], label: String?, position: SourcePosition, isNumbered: Bool = true)
  /// Text between empty lines.
  case paragraph([Inline])
  /// `- a` or `1. a`; `start` is the first number, and a tight list has no space between items.
  case list(ordered: Bool, start: Int, tight: Bool, items: [[Element]])
  /// `> a`
  case quote([Element])
  /// An ordinary fence or indented code, and where it stands; the language is empty if none is named.
  case listing(language: String, code: String, lines: ClosedRange<Int>, file: Int = 0)
  /// `::: {.callout-note}` … `:::`
  case division(Division)
  /// An image alone in a paragraph, with a caption in its brackets.
  case figure(Picture)
  /// A fence with an experiment: index into `Notebook.blocks`.
  case block(Int)
  /// A pipe table; every row is as long as the header.
  case table(header: [[Inline]], alignments: [ColumnAlignment], rows: [[[Inline]]])
  /// `$$…$$` alone.
  case math(Formula)
  /// Raw HTML as written, comments left out; reports escape it unless the front matter says `trusted: true`.
  case rawHTML(String)
  /// `---`
  case thematicBreak
}

/// How a table column is set.
public enum ColumnAlignment: Sendable, Equatable {
  /// `---`: as the reader's language has it.
  case natural
  /// `:--`
  case left
  /// `:-:`
  case center
  /// `--:`
  case right
}
