/// A fence with braces: ```` ```{lr-sweep} ````.
public struct ExperimentBlock: Sendable, Equatable {
  /// The word in the braces.
  public var kind: String
  /// Where that word stands.
  public var kindPosition: SourcePosition
  /// The `#|` options.
  public var options: CellOptions
  /// The YAML below the options, without `expect`; a map (empty if there is nothing).
  public var body: ConfigurationNode
  /// The items of `expect:`.
  public var claims: [Claim]
  /// The text between the fences, `#|` lines included.
  public var source: String
  /// The lines of the file from fence to fence.
  public var lines: ClosedRange<Int>

  /// A block.
  public init(
    kind: String, kindPosition: SourcePosition, options: CellOptions, body: ConfigurationNode,
    claims: [Claim], source: String, lines: ClosedRange<Int>
  ) {
    self.kind = kind
    self.kindPosition = kindPosition
    self.options = options
    self.body = body
    self.claims = claims
    self.source = source
    self.lines = lines
  }
}

/// The `#|` options of a block, Quarto's names; nil means the front matter decides.
public struct CellOptions: Sendable, Equatable {
  public var label: String?
  public var labelPosition: SourcePosition?
  /// One caption a figure of the block; the first is the block's.
  public var captions: [String] = []
  /// One text alternative a figure.
  public var alternatives: [String] = []
  public var echo: Bool?
  public var eval: Bool?
  public var include: Bool?
  public var error: Bool?
  public var cache: Bool?
  /// Whether the shown source is folded; default true.
  public var codeFold: Bool?
  /// Width of a figure in inches, Quarto's unit; nil for the theme's.
  public var figureWidth: Double?
  /// Height of a figure in inches; nil for the figure's own.
  public var figureHeight: Double?
  /// Whether the results are shown; default true.
  public var output: Bool?
  /// Figures side by side: `layout-ncol`; default 1.
  public var layoutColumns: Int?
  /// Whether the figure can be operated in the report; nil if the experiment decides.
  public var live: Bool?
  /// The experiment's options that get a control in the report; empty if the experiment decides.
  public var controls: [String] = []
  public var tags: [String] = []
  /// No options.
  public init() {}
}

/// A YAML value with its place in the notebook.
public struct ConfigurationNode: Sendable, Equatable {
  public var position: SourcePosition
  public var value: Value

  public indirect enum Value: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// The number as written; both ends of nnbook parse it with the same parser.
    case number(String)
    case text(String)
    case list([ConfigurationNode])
    /// In the order written; keys are unique.
    case map([Entry])
  }

  public struct Entry: Sendable, Equatable {
    public var key: String
    public var keyPosition: SourcePosition
    public var value: ConfigurationNode
    public init(key: String, keyPosition: SourcePosition, value: ConfigurationNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }
}
