public import NeuralNet

/// A schedule that may still depend on how long the run is.
public struct ScheduleSetting: Sendable {
  /// The schedule of a run with so many epochs of so many updates.
  public let schedule: @Sendable (_ epochs: Int, _ updatesPerEpoch: Int) -> Schedule
}

extension Catalogs {
  /// The schedules of the learning rate; formulas and defaults are PyTorch's. η is the optimizer's
  /// rate, t counts epochs or updates from 0.
  public static let schedules = Catalog<ScheduleSetting>(
    kinds: [
      .init("constant", "the same rate all along", pytorch: "none needed") { _ in
        ScheduleSetting { _, _ in .constant }
      }
    ] + stairs + waves + warmups + [plateau])

  private static let stairs: [Catalog<ScheduleSetting>.Kind] = [
    .init(
      "step", "a lower rate every so often", formula: "η · gamma^⌊t / every⌋",
      pytorch: "lr_scheduler.StepLR",
      options: [time("every", 10, "times between two changes"), gamma(0.1), unit("epochs")]
    ) { options in
      .fixed(
        .step(
          every: options.integer("every"), gamma: options.number("gamma"), unit: options.unit))
    },
    .init(
      "multi-step", "a lower rate from certain times on",
      formula: "η · gamma^n, n the milestones up to t", pytorch: "lr_scheduler.MultiStepLR",
      options: [
        ExperimentOption(
          "at", .axes(1...1_000_000_000, count: 1...64), "the milestones, such as [30, 60]"
        ).scaled(by: 10, atLeast: 1),
        gamma(0.1), unit("epochs"),
      ]
    ) { options in
      .fixed(
        .multiStep(at: options.axes("at"), gamma: options.number("gamma"), unit: options.unit))
    },
    .init(
      "exponential", "a rate that shrinks by the same factor each time", formula: "η · gammaᵗ",
      pytorch: "lr_scheduler.ExponentialLR", options: [gamma(0.95), unit("epochs")]
    ) { options in
      .fixed(.exponential(gamma: options.number("gamma"), unit: options.unit))
    },
  ]

  private static let waves: [Catalog<ScheduleSetting>.Kind] = [
    .init(
      "cosine", "half a wave down",
      formula: "minimum + (η − minimum)(1 + cos(π t / over)) / 2",
      pytorch: "lr_scheduler.CosineAnnealingLR",
      options: [
        duration("over", "times from top to bottom; default: the whole run"), minimum,
        unit("epochs"),
      ]
    ) { options in
      ScheduleSetting { epochs, updates in
        .cosine(
          over: options.duration("over", epochs, updates), minimum: options.number("minimum"),
          unit: options.unit)
      }
    },
    .init(
      "cosine-restarts", "half a wave down, again and again",
      formula: "as cosine; the n-th descent takes first · factorⁿ",
      pytorch: "lr_scheduler.CosineAnnealingWarmRestarts",
      options: [
        time("first", 10, "times of the first descent"),
        count("factor", 1, "by which each descent is longer than the one before"), minimum,
        unit("epochs"),
      ]
    ) { options in
      .fixed(
        .cosineRestarts(
          first: options.integer("first"), factor: options.integer("factor"),
          minimum: options.number("minimum"), unit: options.unit))
    },
    .init(
      "one-cycle", "up to the rate, then down far below it, over the whole run",
      formula: "η / divisor up to η in the share, then down to η / (divisor · final-divisor)",
      pytorch: "lr_scheduler.OneCycleLR",
      options: [
        ExperimentOption(
          "share", .number(0.01...0.99), default: .number(0.3), "part of the run that goes up"),
        positive("divisor", 25, "η over the first rate"),
        positive("final-divisor", 10_000, "the first rate over the last"),
        ExperimentOption(
          "cycle-momentum", .boolean, default: .boolean(true),
          "whether momentum goes from 0.95 to 0.85 and back"),
      ]
    ) { options in
      ScheduleSetting { epochs, updates in
        .oneCycle(
          total: epochs * updates, share: options.number("share"),
          momentum: options.boolean("cycle-momentum") ? (0.95, 0.85) : nil,
          divisor: options.number("divisor"), finalDivisor: options.number("final-divisor"))
      }
    },
  ]

  private static let warmups: [Catalog<ScheduleSetting>.Kind] = [
    .init(
      "warmup", "a straight rise to the rate, then another schedule",
      formula: "η (start + (1 − start) t / over) for t < over",
      pytorch: "lr_scheduler.LinearLR, in SequentialLR with the one that follows",
      options: [
        time("over", 5, "updates of the rise"),
        ExperimentOption(
          "start", .number(0...1), default: .number(1.0 / 3), "share of η at the start"),
        ExperimentOption(
          "then", .choice(["constant", "cosine"]), default: .name("constant"),
          "what follows; a cosine ends with the run"),
      ]
    ) { options in
      ScheduleSetting { epochs, updates in
        let over = options.integer("over"), rest = max(epochs * updates - over, 1)
        return .warmup(
          over: over, from: options.number("start"),
          then: options.choice("then") == 0 ? .constant : .cosine(over: rest, unit: .step))
      }
    },
    .init(
      "inverse-square-root", "a straight rise, then a fall with the root of the updates",
      formula: "η · width^−½ · min(n^−½, n · warmup^−3/2), n = t + 1",
      pytorch: "lr_scheduler.LambdaLR; Vaswani et al. 2017, eq. 3",
      options: [
        count("width", 512, "features of the model"), time("warmup", 4000, "updates of the rise"),
      ]
    ) { options in
      .fixed(
        .inverseSquareRoot(width: options.integer("width"), warmup: options.integer("warmup")))
    },
  ]

  private static let plateau = Catalog<ScheduleSetting>.Kind(
    "plateau", "a lower rate whenever the validation loss has not fallen for a while",
    formula: "η ← max(factor · η, minimum) after `patience` epochs without progress",
    pytorch: "lr_scheduler.ReduceLROnPlateau",
    options: [
      ExperimentOption("factor", .number(0...0.999), default: .number(0.1), "of the new rate"),
      ExperimentOption(
        "patience", .integer(0...100_000), default: .number(10), "epochs without progress"
      ).scaled(by: 10, atLeast: 1),
      ExperimentOption(
        "threshold", .number(0...1), default: .number(0.0001), "relative progress that counts"),
      ExperimentOption(
        "cooldown", .integer(0...100_000), default: .number(0), "epochs of grace after a change"
      ).scaled(by: 10, atLeast: 0),
      minimum,
    ]
  ) { options in
    .fixed(
      .plateau(
        Plateau(
          factor: options.number("factor"), patience: options.integer("patience"),
          threshold: options.number("threshold"), cooldown: options.integer("cooldown"),
          minimumRate: options.number("minimum"))))
  }
}

// MARK: - Options in common

extension Catalogs {
  private static let minimum = ExperimentOption(
    "minimum", .number(0...1e6), default: .number(0), "the lowest rate")

  private static func gamma(_ value: Double) -> ExperimentOption {
    ExperimentOption(
      "gamma", .number(OptionType.aboveZero...10), default: .number(value), "factor of a change")
  }

  private static func count(
    _ name: Name, _ value: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(name, .integer(1...1_000_000_000), default: .number(value), meaning)
  }

  /// A number of epochs or updates: it shrinks with the run.
  private static func time(
    _ name: Name, _ value: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    count(name, value, meaning).scaled(by: 10, atLeast: 1)
  }

  private static func duration(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .integer(1...1_000_000_000), default: OptionValue(.null), meaning)
      .scaled(by: 10, atLeast: 1)
  }

  private static func positive(
    _ name: Name, _ value: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(name, .number(1...1e12), default: .number(value), meaning)
  }

  private static func unit(_ name: Name) -> ExperimentOption {
    ExperimentOption(
      "unit", .choice(["epochs", "updates"]), default: .name(name), "what times count")
  }
}

extension ScheduleSetting {
  /// A schedule that does not depend on the length of the run.
  fileprivate static func fixed(_ schedule: Schedule) -> ScheduleSetting {
    ScheduleSetting { _, _ in schedule }
  }
}

extension Options {
  fileprivate var unit: Schedule.Unit { choice("unit") == 0 ? .epoch : .step }

  /// The duration as written, or that of the whole run in the option's unit.
  fileprivate func duration(_ name: Name, _ epochs: Int, _ updates: Int) -> Int {
    if has(name) { return integer(name) }
    return unit == .epoch ? epochs : epochs * updates
  }
}
