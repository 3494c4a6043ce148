@testable import Plotting

/// The figures whose drawings are kept as goldens.
enum GoldenFigures {
  static let all: [(name: String, panels: [Panel])] = [
    ("rate-sweep", [rateCurves, finalLosses]),
    ("train-validation", [trainAndValidation]),
    ("decision-map", [decisionMap, .decisionMapKey()]),
    ("value-map", valueMaps),
    ("terrain", [terrain]), ("valley", [valley]),
    ("bars", [horizontalBars, verticalBars]),
    ("series", [steps, area]), ("intervals", [intervals, lyingIntervals]),
    ("distributions", [boxes, violins, strips]), ("dumbbells", [dumbbells]),
    ("states", states),
    ("keys", [legend, colourBar, .sparkline([1, 1.2, 1.1, 4, 30, 1e6, 1e20, .infinity])]),
  ]

  private static let epochs = (0...60).map { Double($0) }
  private static let rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  /// A made-up loss that falls faster with a larger rate.
  private static func losses(_ rate: Double) -> [Double] {
    epochs.map { 0.01 + 1 / (1 + 4 * rate * $0) }
  }

  private static let rateCurves: Panel = {
    var marks: [Mark] = []
    for (step, rate) in rates.dropLast(2).enumerated() {
      let style: Style = step == 4 ? .chosen : .ordered(step, of: 5)
      let values = losses(rate)
      marks.append(
        .band(
          x: epochs, lower: values.map { $0 * 0.9 }, upper: values.map { $0 * 1.1 }, style: style))
      marks.append(.line(x: epochs, y: values, style: style, label: .digits(rate)))
    }
    marks.append(.divergedLine(x: epochs, y: [1, 7, 900, .infinity]))
    marks.append(.divergedLine(x: epochs, y: [1, .nan], label: "0.3, 1 diverged"))
    return .plot(
      Plot(
        title: "Training loss at seven rates", summary: .course(of: losses(0.1), unit: "epoch"),
        size: .large, x: Axis("epoch"), y: Axis("Training loss", scale: .log), seriesTitle: "rate",
        marks: marks))
  }()

  private static let finalLosses: Panel = {
    let good = Array(rates.prefix(5))
    let finals = good.map { losses($0)[60] }
    return .plot(
      Plot(
        title: "Final loss", summary: .course(of: finals, at: good, unit: "rate"), size: .small,
        x: Axis("learning rate", scale: .log), y: Axis("Loss after 60 epochs", scale: .log),
        marks: [
          .divergedZone(from: 0.17, crosses: [0.3, 1]),
          .line(x: good, y: finals, style: .ordered(1, of: 3)),
          .dots(x: good + good, y: finals.map { $0 * 0.9 } + finals.map { $0 * 1.1 }),
          .ring(x: 0.1, y: finals[4], label: "best 0.1"),
        ]))
  }()

  /// A terrain that goes below zero, with two ways down, one of which leaves it.
  private static let valley: Panel = {
    let region = Region(x: (-3, 3), y: (-1.7, 1.7))
    let points = region.points(rows: 41, columns: 61)
    let values = (0..<41 * 61).map { index -> Double in
      let (x, y) = (Double(points[2 * index]), Double(points[2 * index + 1]))
      return x * x / 2 + 10 * y * y - 5
    }
    return .plot(
      Plot(
        title: "Valley", summary: "Two ways.", size: .half, x: Axis("x", from: -3, to: 3),
        y: Axis("y", from: -1.7, to: 1.7),
        marks: [
          .terrain(ScalarField(rows: 41, columns: 61, values: values, region: region)),
          .minimum(x: 0, y: 0),
          .trajectory(x: [-2, -1, 0.5], y: [1, 0.4, 9], style: .category(6)).named("a"),
          .trajectory(
            x: [-2.4, -1.6, -1, -0.4, 0], y: [1.2, -0.6, 0.3, -0.1, 0], startLabel: "start"
          ).named("b"),
        ]))
  }()

  private static let trainAndValidation = Panel.plot(
    Plot(
      title: "Loss", summary: .course(of: losses(0.1), unit: "epoch"), x: Axis("epoch"),
      y: Axis("Loss", unit: "cross-entropy", includesZero: true),
      marks: [
        .line(x: epochs, y: losses(0.1), style: .train, label: "training"),
        .line(
          x: epochs, y: epochs.map { 0.3 + 0.7 / (1 + $0) + $0 * 0.004 }, style: .validation,
          label: "validation"),
        .rule(x: 12, label: "stopped"), .annotation("the gap grows", x: 40, y: 0.25),
      ]))

  private static let region = Region(x: (-2.5, 2.5), y: (-1.9, 1.9))

  private static func field(_ rows: Int, _ columns: Int, _ value: (Double, Double) -> Double)
    -> ScalarField
  {
    let points = region.points(rows: rows, columns: columns).map { Double($0) }
    let values = (0..<(rows * columns)).map { value(points[2 * $0], points[2 * $0 + 1]) }
    return ScalarField(rows: rows, columns: columns, values: values, region: region)
  }

  private static let decisionMap = Panel.decisionMap(
    DecisionMap(
      title: "A ring", result: "test 0.95", summary: "Class 1 inside a ring.",
      logits: field(56, 74) { x, y in 6 * (1.4 - (x * x + y * y).squareRoot()) },
      x: [-2, 0, 0.5, 1.5, 9], y: [1, 0.2, -0.7, 1.5, 0], classes: [0, 1, 1, 0, 1]))

  /// Numbers of both signs, and their sign alone; numbers above zero.
  private static let valueMaps: [Panel] = {
    let values = [-1, 0.1, 2, 0.6, 0]
    var map = DecisionMap(
      title: "A plane", result: "unseen 0.01", summary: "Rises to the right.",
      logits: field(56, 74) { x, y in 0.6 * (x + y) }, x: [-2, 0, 0.5, 1.5, 9],
      y: [1, 0.2, -0.7, 1.5, 0])
    let scales = [ValueScale(of: values), ValueScale(of: values.map { $0 + 3 })]
    map.numbers = (values, scales[0])
    var decided = map
    decided.isDecided = true
    var positive = map
    positive.logits = field(56, 74) { x, y in 3 + 0.6 * (x + y) }
    positive.numbers = (values.map { $0 + 3 }, scales[1])
    return [map, decided, positive].map { .decisionMap($0) }
      + scales.map { .colourBar($0.bar("value")) }
  }()

  private static let terrain: Panel = {
    var x: [Double] = []
    var y: [Double] = []
    for step in 0...20 {
      let side = step % 2 == 0 ? 1.2 : -1.2
      x.append(0.1 * Double(step) - 2)
      y.append(side / Double(step + 1))
    }
    return .plot(
      Plot(
        title: "Descent", summary: "Twenty steps.", size: .half, x: Axis("w₁"),
        y: Axis("w₂", unit: "contours: loss"),
        marks: [
          .terrain(field(40, 50) { x, y in x * x / 2 + 5 * y * y }),
          .trajectory(x: x, y: y, label: "end", startLabel: "start"),
        ]))
  }()

  private static let names: [Text] = ["SGD", "momentum", "Adam", "second-order method"]

  private static let horizontalBars = Panel.plot(
    Plot(
      title: "Change", summary: "Four bars.", size: .half, x: Axis("change"),
      y: Axis("Method", scale: .category(names)),
      marks: [.bars([0.5, -0.25, 0.31, .nan], chosen: 0)]))

  private static let verticalBars = Panel.plot(
    Plot(
      title: "Steps", summary: "Four bars.", size: .half,
      x: Axis("method", scale: .category(names)),
      y: Axis("Steps"), marks: [.bars([880, 250, 96, 40], style: .ordered(2, of: 5))]))

  private static let legend = Panel.legend(
    [
      .line(.train, "training"), .line(.validation, "validation"), .point(1, of: 3, "class 1"),
      .area(.chosen, "middle half"),
    ],
    title: "Key")

  private static let colourBar = Panel.colourBar(
    ColourBar("gradient", ramp: .diverging, labels: ["−1", "0", "1"]))
}
