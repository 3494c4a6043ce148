/// A parsed notebook: what the author wrote, with positions, before anything runs.
public struct Notebook: Sendable {
  /// The file as the user named it.
  public var path: String
  /// The whole text of the file.
  public var source: String
  /// What stands between the `---` lines.
  public var frontMatter: FrontMatter
  /// The body, in order.
  public var elements: [Element]

  /// The experiment blocks and definitions, in order. `Element.block` holds indices into it.
  public var blocks: [ExperimentBlock]

  /// A notebook.
  public init(
    path: String, source: String, frontMatter: FrontMatter, elements: [Element],
    blocks: [ExperimentBlock]
  ) {
    self.path = path
    self.source = source
    self.frontMatter = frontMatter
    self.elements = elements
    self.blocks = blocks
  }
}

/// A block-level element.
public indirect enum Element: Sendable, Equatable {
  case heading(level: Int, [Inline], label: String?, position: SourcePosition)
  case paragraph([Inline])
  case list(ordered: Bool, start: Int, tight: Bool, items: [[Element]])
  case quote([Element])
  /// An ordinary fence or indented code.
  case listing(language: String, code: String, lines: ClosedRange<Int>)
  /// A fence with an experiment: index into `Notebook.blocks`.
  case block(Int)
  case table(header: [[Inline]], alignments: [ColumnAlignment], rows: [[[Inline]]])
  /// `$$…$$` alone: TeX without the dollars.
  case math(tex: String, position: SourcePosition)
  /// Raw HTML as written; reports escape it unless the front matter says `trusted: true`.
  case rawHTML(String)
  case thematicBreak
}

/// How a table column is set.
public enum ColumnAlignment: Sendable, Equatable {
  case natural, left, center, right
}

/// An element within a line of prose.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, alternative: [Inline])
  /// `$…$` or `$$…$$` within a paragraph: TeX without the dollars.
  case math(tex: String, display: Bool, position: SourcePosition)
  /// `` `{label.metric | %.3g}` ``.
  case value(ValueReference)
  /// `@fig-sweep`, `@tbl-x`, `@sec-x`.
  case reference(label: String, position: SourcePosition)
  case rawHTML(String)
  case softBreak
  case lineBreak
}

/// A result in the prose: `` `{fig-sweep.best-rate | %.3g}` ``.
public struct ValueReference: Sendable, Equatable {
  /// The label of the block.
  public var label: String
  /// The metric's name.
  public var metric: String
  /// A printf format for one floating-point number, validated: `%.3g`; nil for the metric's own.
  public var format: String?
  /// Where the code span begins.
  public var position: SourcePosition

  /// A reference to a result.
  public init(label: String, metric: String, format: String?, position: SourcePosition) {
    self.label = label
    self.metric = metric
    self.format = format
    self.position = position
  }
}
