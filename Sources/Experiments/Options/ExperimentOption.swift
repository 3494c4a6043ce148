import Plotting

/// One declared option. From this declaration come validation, `describe`, the cache key and the
/// sliders of live figures.
public struct ExperimentOption: Sendable {
  /// The key in the block.
  public let name: Name
  /// What values it takes.
  public let type: OptionType
  /// The value where the block gives none; nil if it must be given, `.null` if it may be absent.
  public let fallback: OptionValue?
  /// One line for `describe`, without a full stop.
  public let meaning: StaticString
  /// How the profile `quick` makes it smaller; nil if it stays as it is.
  public private(set) var scaling: Scaling?
  /// What changes it in live figures.
  public private(set) var controls: [Control] = []
  /// Whether a block that gives it has nothing left to draw by lot.
  public private(set) var replacesSeed = false

  /// An option; without `default` it must be given.
  public init(
    _ name: Name, _ type: OptionType, default fallback: OptionValue? = nil, _ meaning: StaticString
  ) {
    self.name = name
    self.type = type
    self.fallback = fallback
    self.meaning = meaning
  }

  /// The same option, divided by `divisor` under the profile `quick`, but not below `least`.
  public func scaled(by divisor: Int64, atLeast least: Int64) -> ExperimentOption {
    var option = self
    option.scaling = Scaling(divisor: divisor, least: least)
    return option
  }

  /// The same option, of numbers that are drawn by lot where they are not given.
  public func inPlaceOfSeed() -> ExperimentOption {
    var option = self
    option.replacesSeed = true
    return option
  }

  /// The same option with one control more.
  func adding(_ control: Control) -> ExperimentOption {
    var option = self
    option.controls.append(control)
    return option
  }

  /// The seed that every experiment takes; without one, the notebook's.
  public static let seed = ExperimentOption(
    "seed", .integer(0...Int64(1) << 53), default: OptionValue(.null),
    "seed of all random numbers; default: the notebook's")
}
