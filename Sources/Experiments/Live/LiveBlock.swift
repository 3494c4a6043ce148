/// A block of a notebook that its readers can operate: what the page tells the engine of it.
public struct LiveBlock: Sendable {
  /// The kind of block.
  public let experiment: Experiment
  /// Its options, with definitions put in their places.
  public let body: OptionValue
  /// The seed of the notebook.
  public let seed: UInt64
  /// Whether the notebook ran with the profile quick.
  public let isQuick: Bool
  /// How its drawings are laid out.
  public let layout: FigureLayout
  /// What readers can move.
  public let controls: [Control]
  /// What its slow part found, if the page is to carry it.
  public var record: Record?

  /// A live block.
  public init(
    _ experiment: Experiment, body: OptionValue, seed: UInt64, isQuick: Bool,
    layout: FigureLayout = .own, controls: [Control]
  ) {
    self.experiment = experiment
    self.body = body
    self.seed = seed
    self.isQuick = isQuick
    self.layout = layout
    self.controls = controls
  }
}
