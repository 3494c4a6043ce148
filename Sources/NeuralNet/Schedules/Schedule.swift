/// The learning rate as a function of how far a run is: a plain value that can be compared.
///
///     recipe.schedule = .warmup(over: 500, then: .cosine(over: 9500), unit: .step)
///     let rate = recipe.schedule.rate(at: 250, base: 0.001)
///
/// Formulas and defaults are PyTorch's. A time t counts steps or epochs from 0: the first update has
/// the rate of t = 0. Numbers that make no sense, as a period of 0, count as the next ones that do.
public struct Schedule: Sendable {
  /// What a schedule counts.
  public enum Unit: Equatable, Sendable {
    /// Updates of the parameters.
    case step
    /// Passes over the data.
    case epoch
  }

  /// What options and reports call it.
  public let name: Name
  /// Its constants, in the order of its parameters.
  public let numbers: [Double]
  /// What its times count.
  public let unit: Unit
  /// What it goes on with, if it is the beginning of another schedule.
  let parts: [Schedule]
  /// How it follows a watched number; nil if it depends on the time alone.
  public let plateau: Plateau?
  private let rule: @Sendable (_ time: Double, _ base: Double) -> Double
  private let momentumRule: (@Sendable (_ time: Double) -> Double)?

  init(
    _ name: Name, _ numbers: [Double], unit: Unit, parts: [Schedule] = [], plateau: Plateau? = nil,
    momentum: (@Sendable (_ time: Double) -> Double)? = nil,
    rule: @escaping @Sendable (_ time: Double, _ base: Double) -> Double
  ) {
    self.name = name
    self.numbers = numbers
    self.unit = unit
    self.parts = parts
    self.plateau = plateau
    self.rule = rule
    momentumRule = momentum
  }

  /// The same rate for ever.
  public static let constant = Schedule("constant", [], unit: .epoch) { _, base in base }

  /// Whether the rate is the same for ever, unless a watched number changes it.
  public var isConstant: Bool { name == Schedule.constant.name || plateau != nil }

  /// The learning rate at a time.
  ///
  /// - Parameters:
  ///   - time: steps or epochs before, at least 0.
  ///   - base: the rate that the schedule is given; its first, or its largest.
  public func rate(at time: Int, base: Float) -> Float {
    Float(exactRate(at: time, base: Double(base)))
  }

  /// The same in Float64.
  public func exactRate(at time: Int, base: Double) -> Double { rule(Double(max(time, 0)), base) }

  /// The momentum, or Adam's β1, at a time; nil if the optimizer keeps its own.
  public func momentum(at time: Int) -> Double? { momentumRule?(Double(max(time, 0))) }

  /// Whether there is a momentum at all.
  var cyclesMomentum: Bool { momentumRule != nil }
}

// MARK: - Equatable

extension Schedule: Equatable {
  /// Whether two schedules are of the same kind with the same constants.
  public static func == (a: Schedule, b: Schedule) -> Bool {
    a.name == b.name && a.numbers == b.numbers && a.unit == b.unit && a.parts == b.parts
      && a.plateau == b.plateau
  }
}
