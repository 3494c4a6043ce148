/// A parsed notebook: what the author wrote, with positions, before anything runs.
public struct Notebook: Sendable {
  /// The file as the user named it.
  public var path: String
  /// The whole text of the file, line ends as `\n`, without a byte order mark.
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
