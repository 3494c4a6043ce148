/// The `#|` options of a block, Quarto's names; nil means the front matter decides.
public struct CellOptions: Sendable, Equatable {
  /// `label`: what the block is called; letters, digits, `-` and `_`, a letter first.
  public var label: String?
  /// Where the label stands.
  public var labelPosition: SourcePosition?
  /// `fig-cap`: one caption a figure of the block; the first is the block's.
  public var captions: [String] = []
  /// `fig-subcap`: one caption a drawing of the block's only figure, or a figure of several.
  public var subcaptions: [String] = []
  /// `fig-alt`: one text alternative a figure.
  public var alternatives: [String] = []
  /// `fig-width`: in inches of 96 px, Quarto's unit; nil for the figure's own.
  public var figureWidth: Double?
  /// `fig-height`: in inches; nil for the figure's own.
  public var figureHeight: Double?
  /// The widths that a page has room for, in inches of 96 px: 200 to 912 px.
  public static let figureWidths = 2.09...9.5
  /// The heights that a drawing can have, in inches: 120 to 1200 px.
  public static let figureHeights = 1.25...12.5
  /// `echo`: whether the source is shown.
  public var echo: Bool?
  /// `eval`: whether the block runs.
  public var eval: Bool?
  /// `output`: whether results are shown; default true.
  public var output: Bool?
  /// `include`: whether anything is shown; default true.
  public var include: Bool?
  /// `error`: whether the run goes on, and well, after an error in the block.
  public var error: Bool?
  /// `cache`: whether a stored result may be used.
  public var cache: Bool?
  /// `code-fold`: whether the shown source is folded; default true.
  public var codeFold: Bool?
  /// `layout-ncol`: figures side by side, 1 to 4; nil for the figures' own layout.
  public var layoutColumns: Int?
  /// `figures`: which figures are shown, by the experiment's names; empty for all.
  public var figures: [String] = []
  /// `live`: whether the figure can be operated in the report; nil if the experiment decides.
  public var live: Bool?
  /// `controls`: the experiment's options that get a control; empty if the experiment decides.
  public var controls: [String] = []
  /// `tags`: Jupyter's cell tags.
  public var tags: [String] = []

  /// No options.
  public init() {}
}
