/// What the `---` lines at the top of a notebook say.
public struct FrontMatter: Sendable, Equatable {
  /// The heading of the report.
  public var title: String?
  /// A line below the title.
  public var subtitle: String?
  /// What the notebook is about, for previews.
  public var description: String?
  /// The names of the authors.
  public var author: [String] = []
  /// As written.
  public var date: String?
  /// Words to find the notebook by.
  public var keywords: [String] = []
  /// `bibliography`: BibTeX files, as written.
  public var bibliography: [BibliographyFile] = []
  /// The language of the prose, a BCP 47 tag; default "en".
  public var language = "en"
  /// Whether the report has a contents list; default true.
  public var tableOfContents = true
  /// Whether sections are numbered; default true.
  public var numbersSections = true
  /// Whether raw HTML is passed through; default false.
  public var trusted = false
  /// Whether the notebook is left out of a site; default false.
  public var draft = false
  /// The report's theme: a name, a CSS file or a folder; nil for the project's.
  public var theme: String?
  /// Where it is named.
  public var themePosition: SourcePosition?
  /// The file with the frame of the page; nil for the theme's.
  public var template: String?
  /// Where it is named.
  public var templatePosition: SourcePosition?
  /// Defaults of all blocks.
  public var execute = Execution()
  /// `params:` in order, as plain text; those of included files come last.
  public var parameters: [Parameter] = []
  /// `matrix:`: the variants in which the notebook is rendered.
  public var matrix = Matrix()

  /// No front matter.
  public init() {}

  /// The `execute:` part.
  public struct Execution: Sendable, Equatable {
    /// Whether sources are shown; default true.
    public var echo = true
    /// Whether blocks run; default true.
    public var eval = true
    /// Whether the run goes on, and well, after an error; default false.
    public var error = false
    /// Whether stored results may be used; default true.
    public var cache = true
    /// The seed that blocks without one of their own use; default 1.
    public var seed: UInt64 = 1
    /// How much work is done; nil for everything as written.
    public var profile: Profile?

    /// The defaults.
    public init() {}
  }

  /// A BibTeX file.
  public struct BibliographyFile: Sendable, Equatable {
    /// As written; relative to the notebook.
    public var path: String
    /// Where it is written.
    public var position: SourcePosition

    /// A file.
    public init(path: String, position: SourcePosition) {
      self.path = path
      self.position = position
    }
  }

  /// A parameter with its default.
  public struct Parameter: Sendable, Equatable {
    /// What `${name}` names.
    public var name: String
    /// The value that holds: the default, or what the reader was given.
    public var value: String
    /// Where the default stands.
    public var position: SourcePosition

    /// A parameter.
    public init(name: String, value: String, position: SourcePosition) {
      self.name = name
      self.value = value
      self.position = position
    }
  }
}
