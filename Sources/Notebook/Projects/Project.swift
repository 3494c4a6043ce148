/// What the project file says: `nnbook.yml` in the folder to which notebooks belong.
public struct Project: Sendable, Equatable {
  /// The project file as the user would name it.
  public var path: String
  /// The title of the site.
  public var title: String?
  /// One sentence about the site.
  public var description: String?
  /// The language of the site's own pages, a BCP 47 tag; default "en".
  public var language = "en"
  /// `output-dir`: where reports go, as the user would name it; nil for beside the notebooks.
  public var outputDirectory: String?
  /// The notebooks in their order; empty if the file names none.
  public var chapters: [Entry] = []
  /// The theme of notebooks without one of their own.
  public var theme: String?
  /// Where it is named.
  public var themePosition: SourcePosition?
  /// The file with the frame of pages; nil for the theme's.
  public var template: String?
  /// Where it is named.
  public var templatePosition: SourcePosition?
  /// Whether chapters are numbered, and with them their sections and figures; default true.
  public var numbersChapters = true
  /// The address of the sources: of the folder of the project file, or of a repository.
  public var repository: String?
  /// `base-url`: where the site will stand, without `/` at its end; nil for nobody knows.
  public var baseURL: String?
  /// Folders with data, as the user would name them.
  public var data: [String] = []

  /// A project that says nothing yet.
  public init(path: String) {
    self.path = path
  }

  /// An item of `chapters`.
  public enum Entry: Sendable, Equatable {
    /// A notebook.
    case chapter(Chapter)
    /// `{part: Basics, chapters: [a.md, b.md]}`
    case part(title: String, chapters: [Chapter])
  }

  /// A notebook of a project.
  public struct Chapter: Sendable, Equatable {
    /// The notebook as the user would name it.
    public var path: String
    /// Where the project file names it.
    public var position: SourcePosition

    /// A chapter.
    public init(path: String, position: SourcePosition) {
      self.path = path
      self.position = position
    }
  }
}

extension Project {
  /// The folder of the project file as the user would name it; empty for the working directory.
  public var folder: String { FilePath.folder(of: path) }

  /// The chapters in order, those of parts in their places.
  public var notebooks: [String] {
    chapters.flatMap { entry in
      switch entry {
      case .chapter(let chapter): [chapter.path]
      case .part(_, let chapters): chapters.map(\.path)
      }
    }
  }
}
