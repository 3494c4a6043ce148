/// What the `---` lines at the top of a notebook say.
public struct FrontMatter: Sendable, Equatable {
  public var title: String?
  public var subtitle: String?
  public var description: String?
  public var author: [String] = []
  public var date: String?
  public var keywords: [String] = []
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
  /// The name of the report's theme; nil for the default.
  public var theme: String?
  /// Defaults of all blocks.
  public var execute = Execution()
  /// `params:` in order, as plain text.
  public var parameters: [Parameter] = []

  /// No front matter.
  public init() {}

  /// The `execute:` part.
  public struct Execution: Sendable, Equatable {
    public var echo = true
    public var eval = true
    public var error = false
    public var cache = true
    /// The seed that blocks without one of their own use; default 1.
    public var seed: UInt64 = 1
    /// `quick` scales epochs, samples and seeds down; nil for everything as written.
    public var profile: String?
    public init() {}
  }

  /// A parameter with its default.
  public struct Parameter: Sendable, Equatable {
    public var name: String
    public var value: String
    public var position: SourcePosition
    public init(name: String, value: String, position: SourcePosition) {
      self.name = name
      self.value = value
      self.position = position
    }
  }
}
