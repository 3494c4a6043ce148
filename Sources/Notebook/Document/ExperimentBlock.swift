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
  /// The text between the fences, `#|` lines included, parameters as they were written.
  public var source: String
  /// The lines from fence to fence, of the file in which `kindPosition` lies.
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
