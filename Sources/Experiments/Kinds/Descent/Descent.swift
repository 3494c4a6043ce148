import NeuralNet
import Plotting

extension Experiment {
  /// The way of optimizers down a surface.
  public static let descent = Experiment(
    "descent", "the way of one or several optimizers down a surface",
    section: "18 Gradient descent",
    options: [
      ExperimentOption("loss", .formula, "the surface: a formula in x and y"),
      ExperimentOption("start", .rows, default: .numbers([-2, 1]), "where to begin: [x, y]")
        .control(.numbers(-3...3, step: 0.05, letter: "s"), isUsual: false),
      ExperimentOption(
        "optimizer", .variant(Catalogs.optimizers.variants), default: .name("sgd"),
        "how gradients become steps"
      ).control(.logarithmic(0.0001...1), "rate", label: "Learning rate", of: .main)
        .control(.slider(0...0.99, step: 0.01), "momentum", of: .inner("momentum"))
        .control(.choice(["sgd", "adam", "rmsprop"]))
        .control(.toggle, "nesterov", label: "Nesterov step", of: .inner("nesterov")),
      ExperimentOption(
        "against", .variants(Catalogs.optimizers.variants), default: OptionValue(.null),
        "up to five others, each as `optimizer`"),
      ExperimentOption(
        "steps", .integer(1...10_000), default: .number(40), "updates of x and y"
      ).control(.count(1...400), isUsual: false),
      ExperimentOption(
        "goal", .anyNumber, default: OptionValue(.null), "the loss to reach, for steps-to-goal"),
      ExperimentOption(
        "region", .rows, default: OptionValue(.null),
        "the map, [[left, right], [bottom, top]]; default: around the ways"),
    ],
    metrics: [
      ("loss", "the loss after the last step; loss[n] of optimizer n, `optimizer` being 1"),
      ("lowest-loss", "the lowest loss on the way; lowest-loss[n]"),
      ("steps-to-goal", "steps until the loss is at most `goal`; ∞ if never; steps-to-goal[n]"),
      ("x", "where the way ends; x[n]"), ("y", "where the way ends; y[n]"),
      ("gradient-error", "relative error of the first gradient against central differences"),
    ]
  ) { options, context throws(ExperimentError) in
    let descent = try Descent(options, context)
    return ExperimentResult(
      metrics: descent.metrics, figures: [descent.figure], diagnoses: descent.diagnoses,
      diverged: descent.ways[0].divergedAt != nil)
  }
}

/// A surface and the ways down.
struct Descent {
  private static let mostOthers = 5

  /// The surface as it was written.
  let written: Text
  let surface: Formula
  let start: (x: Double, y: Double)
  let steps: Int
  let goal: Double?
  /// That of `optimizer` first.
  let ways: [OptimizerWay]
  let region: Region

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    written = options.text("loss")
    do throws(Formula.Problem) {
      surface = try Formula(written)
    } catch {
      throw .conflict("'loss' is no formula", at: options.place("loss"))
    }
    let place = options.tensors("start")[0]
    guard place.count == 1, place[0].count == 2 else {
      throw .conflict(
        "'start' has \(place.count) × \(place[0].count) numbers, expected x and y",
        at: options.place("start"))
    }
    start = (place[0][0], place[0][1])
    guard surface(start.x, start.y).isFinite else {
      throw .conflict(
        "the loss is no finite number at the start, \(typed: start.x), \(typed: start.y)",
        at: options.place("start"))
    }
    steps = options.integer("steps")
    goal = options.has("goal") ? options.number("goal") : nil
    var ways: [OptimizerWay] = []
    for (name, setting) in try Self.optimizers(options) {
      let machine = context.machine(threads: 1)
      let taken = ways.map { $0.name }
      ways.append(
        try OptimizerWay(
          Self.unique(name, among: taken), setting, down: surface, from: start, steps: steps,
          on: machine))
    }
    self.ways = ways
    region = try Self.given(options) ?? Self.region(around: ways, from: start)
  }

  private static func optimizers(_ options: Options) throws(ExperimentError)
    -> [(name: Text, setting: OptimizerSetting)]
  {
    var kinds = [options.variant("optimizer")]
    if options.has("against") {
      let others = options.variants("against")
      guard others.count <= mostOthers else {
        throw .conflict(
          "'against' has \(others.count) optimizers, expected \(mostOthers) at most",
          at: options.place("against"))
      }
      kinds += others.map { ($0.kind, $0.options) }
    }
    return kinds.map { kind, options in
      let optimizer = Catalogs.optimizers.kinds[kind]
      return (name(optimizer.variant, options), optimizer.make(options))
    }
  }

  /// "sgd 0.1, µ 0.9"
  private static func name(_ kind: VariantKind, _ options: Options) -> Text {
    let name = kind.name.text + " \(options.number("rate"), digits: 3)"
    guard options.has("momentum"), options.number("momentum") > 0 else { return name }
    return name + ", µ \(options.number("momentum"), digits: 3)"
  }

  /// The name, with a number if others are called the same.
  private static func unique(_ name: Text, among taken: [Text]) -> Text {
    var (unique, number) = (name, 2)
    while taken.contains(unique) {
      unique = name + " (\(number))"
      number += 1
    }
    return unique
  }
}

// MARK: - The map

extension Descent {
  /// Width over height of the map's plot, so that both axes have one scale.
  private static let aspect = 1.7

  private static func given(_ options: Options) throws(ExperimentError) -> Region? {
    guard options.has("region") else { return nil }
    let ends = options.tensors("region")[0]
    guard ends.count == 2, ends[0].count == 2, ends[0][0] < ends[0][1], ends[1][0] < ends[1][1]
    else {
      throw .conflict(
        "'region' is not [[left, right], [bottom, top]] with left < right and bottom < top",
        at: options.place("region"))
    }
    return Region(x: (ends[0][0], ends[0][1]), y: (ends[1][0], ends[1][1]))
  }

  /// Around the ways, as far as these stay near the start.
  private static func region(around ways: [OptimizerWay], from start: (x: Double, y: Double))
    -> Region
  {
    let reach = 2 * max(1, start.x.magnitude, start.y.magnitude)
    var (x, y) = ([start.x], [start.y])
    for way in ways {
      for (a, b) in zip(way.x, way.y) where (a - start.x).magnitude <= reach {
        guard (b - start.y).magnitude <= reach else { continue }
        x.append(a)
        y.append(b)
      }
    }
    return Region(coveringX: x, y: y, margin: 0.2, aspect: aspect)
  }
}

// MARK: - Numbers

extension Descent {
  var metrics: [Metric] {
    var metrics = metrics(of: ways[0]) { Metric($0, $1, $2) }
    metrics.append(Metric("gradient-error", gradientError))
    for (number, way) in ways.enumerated() {
      metrics += self.metrics(of: way) { Metric($0 + "[\(number + 1)]", $1, $2) }
    }
    return metrics
  }

  private func metrics(
    of way: OptimizerWay, _ make: (Text, Double, Metric.Style) -> Metric
  ) -> [Metric] {
    var metrics = [
      make("loss", way.divergedAt == nil ? way.losses.last ?? .nan : .infinity, .measured),
      make("lowest-loss", way.losses.min() ?? .nan, .measured),
    ]
    if let goal {
      let reached = way.losses.firstIndex { $0 <= goal }
      metrics.append(
        make("steps-to-goal", reached.map { Double($0) } ?? .infinity, .whole))
    }
    return metrics + [
      make("x", way.x.last ?? .nan, .measured), make("y", way.y.last ?? .nan, .measured),
    ]
  }

  /// Of the gradient at the start: |n − g| / (|n| + |g|), n being the central difference.
  private var gradientError: Double {
    let slope = surface.slope(start.x, start.y)
    func error(_ gradient: Double, _ value: (Double) -> Double) -> Double {
      let step = 1e-5
      let numeric = (value(step) - value(-step)) / (2 * step)
      return (numeric - gradient).magnitude / max(numeric.magnitude + gradient.magnitude, 1e-4)
    }
    return max(
      error(slope.x) { surface(start.x + $0, start.y) },
      error(slope.y) { surface(start.x, start.y + $0) })
  }

  var diagnoses: [Diagnosis] {
    ways.compactMap { way in
      guard let step = way.divergedAt else { return nil }
      let first = way.losses.firstIndex { $0 > way.losses[0] }
      let sign: Text =
        first.map {
          "Loss \(way.losses[$0], digits: 2) after step \($0), above the "
            + "\(way.losses[0], digits: 2) of the start."
        } ?? "None: the loss had only fallen before."
      return Diagnosis(
        heading: "Diverged at step \(step): \(way.name)",
        entries: [
          ("Where", "The place left the range of Float32."), ("First sign", sign),
          ("Likely cause", "The steps overshoot, and the overshoot grows."),
          ("Try", "A rate of \(typed: way.rate / 10)."),
        ], curve: way.losses.count > 1 ? .sparkline(way.losses) : nil)
    }
  }
}
