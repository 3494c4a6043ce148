/// A parsed notebook: what the author wrote, with positions, before anything runs.
public struct Notebook: Sendable {
  /// Every file that was read, the notebook itself first; `SourcePosition.file` holds indices.
  ///
  /// A file that is included twice stands here twice, so that no two elements share a place.
  public var files: [NotebookFile]
  /// What stands between the `---` lines.
  public var frontMatter: FrontMatter
  /// The body, in order, included files in their places.
  public var elements: [Element]
  /// The experiment blocks and definitions, in order. `Element.block` holds indices into it.
  public var blocks: [ExperimentBlock]
  /// What its footnotes say, in the order of the text; a name may be there once only.
  public var footnotes: [Footnote] = []
  /// The works that it can cite; nil if the front matter names no `bibliography`.
  public var bibliography: Bibliography?
  /// The files that it shows as pictures, also those that are missing.
  public var pictures: [PictureFile] = []
  /// Which variant of its matrix it is; empty for the notebook as it stands.
  public var variant: Matrix.Variant = []

  /// A notebook; `files` holds at least the notebook itself.
  public init(
    files: [NotebookFile], frontMatter: FrontMatter, elements: [Element], blocks: [ExperimentBlock]
  ) {
    precondition(!files.isEmpty, "a notebook is read from at least one file")
    self.files = files
    self.frontMatter = frontMatter
    self.elements = elements
    self.blocks = blocks
  }
}

// MARK: - Files

extension Notebook {
  /// The paths of all files that its page depends on, besides data.
  public var paths: [String] { files.map(\.path) + pictures.map(\.path) }

  /// The notebook itself, as the user named it.
  public var path: String {
    get { files[0].path }
    set { files[0].path = newValue }
  }

  /// The whole text of the notebook itself.
  public var source: String {
    get { files[0].source }
    set { files[0].source = newValue }
  }

  /// The file in which a place lies, as the user would name it; the notebook for no place.
  public func path(of position: SourcePosition?) -> String { file(of: position).path }

  /// The file in which a place lies; the notebook for no place.
  public func file(of position: SourcePosition?) -> NotebookFile {
    guard let file = position?.file, files.indices.contains(file) else { return files[0] }
    return files[file]
  }
}
