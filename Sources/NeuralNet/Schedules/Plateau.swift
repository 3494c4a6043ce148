/// Reduces the learning rate when a watched number has not got better for a while.
///
/// - Source: `torch.optim.lr_scheduler.ReduceLROnPlateau`.
public struct Plateau: Equatable, Sendable {
  /// Which numbers are better.
  public enum Mode: Equatable, Sendable {
    /// Small ones, as of a loss.
    case minimum
    /// Large ones, as of an accuracy.
    case maximum
  }

  /// Which numbers are better.
  public var mode: Mode
  /// What the rate is multiplied with, in (0, 1).
  public var factor: Double
  /// Observations without progress that are let pass; the one after them reduces the rate.
  public var patience: Int
  /// By how much a number must be better to count.
  public var threshold: Double
  /// Whether `threshold` is a share of the best number rather than a difference to it.
  public var isRelative: Bool
  /// Observations after a reduction that do not count.
  public var cooldown: Int
  /// What the rate does not go below.
  public var minimumRate: Double
  /// Reductions by no more than this are left out: 1e-8.
  static let smallestChange = 1e-8

  /// Describes the rule; the defaults are PyTorch's.
  public init(
    mode: Mode = .minimum, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    isRelative: Bool = true, cooldown: Int = 0, minimumRate: Double = 0
  ) {
    self.mode = mode
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.isRelative = isRelative
    self.cooldown = cooldown
    self.minimumRate = minimumRate
  }

  /// Whether a number counts as progress; NaN does not.
  func isBetter(_ number: Double, than best: Double) -> Bool {
    switch mode {
    case .minimum: number < (isRelative ? best * (1 - threshold) : best - threshold)
    case .maximum: number > (isRelative ? best * (1 + threshold) : best + threshold)
    }
  }

  /// What has been observed so far, and the rate that follows.
  public struct State: Equatable, Sendable {
    /// The learning rate now.
    public private(set) var rate: Double
    private let rule: Plateau
    private var best: Double
    private var badCount = 0
    private var cooldownLeft = 0

    /// Before the first observation.
    public init(_ rule: Plateau, base: Double) {
      self.rule = rule
      rate = base
      best = rule.mode == .minimum ? .infinity : -.infinity
    }

    /// Takes the watched number of an epoch.
    public mutating func observe(_ number: Double) {
      if rule.isBetter(number, than: best) {
        best = number
        badCount = 0
      } else {
        badCount += 1
      }
      if cooldownLeft > 0 {
        cooldownLeft -= 1
        badCount = 0
      }
      if badCount > rule.patience {
        reduce()
        cooldownLeft = rule.cooldown
        badCount = 0
      }
    }

    private mutating func reduce() {
      let reduced = max(rate * rule.factor, rule.minimumRate)
      if rate - reduced > Plateau.smallestChange { rate = reduced }
    }
  }
}

extension Schedule {
  /// A rate that is reduced when the watched number of an epoch stops getting better.
  public static func plateau(_ rule: Plateau = Plateau()) -> Schedule {
    Schedule("plateau", [], unit: .epoch, plateau: rule) { _, base in base }
  }
}
