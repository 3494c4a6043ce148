@testable import Plotting

// One drawing of each mark that no other golden has.

extension GoldenFigures {
  private static func plot(
    x: Axis = Axis("x"), y: Axis = Axis("Y"), _ marks: [Mark], key: [LegendEntry] = [],
    size: Plot.Size = .third
  ) -> Panel {
    .plot(Plot(title: "Marks", summary: "Marks.", size: size, x: x, y: y, marks: marks, key: key))
  }

  private static let names = Axis("Name", scale: .category(["a", "b", "c"]))
  private static let samples: [[Double]] = [
    [1, 2, 2.1, 2.2, 3, 3.3, 9], [4, 4, 4, 4.1, 5], [.nan, 7],
  ]

  static let steps = plot([.steps(x: [0, 1, 2, 4], y: [4, 2, .nan, 1], label: "rate")])
  static let area = plot([.area(x: [0, 1, 2, 4], y: [1, 3, 2, 4], label: "share")])
  static let intervals = plot([
    .intervals(at: [1, 2, 3], values: [2, 4, 3], lower: [1, 3.5, .nan], upper: [3, 5, 4])
  ])
  static let lyingIntervals = plot(
    y: names, [.lyingIntervals(values: [2, 4, 3], lower: [1, 3.5, 2], upper: [3, 5, 4])])
  static let boxes = plot(x: names, [.boxes(samples)])
  static let violins = plot(y: names, [.violins(samples, style: .category(2))])
  static let strips = plot(y: names, [.strips(samples)])
  static let dumbbells = plot(
    y: names, [.dumbbells(from: [1, 4, 2], to: [3, 2, .nan])],
    key: [
      .dumbbell(.category(0), isHollow: true, "before"),
      .dumbbell(.category(1), isHollow: false, "after"),
    ])

  /// What plots show of data that are hardly any.
  static let states = [
    plot([.line(x: [], y: [])]), plot([.line(x: [1], y: [42])]),
    plot([.line(x: [1, 2, 3], y: [0.3, 0.3, 0.3])]),
    plot(y: Axis("Loss", scale: .log), [.line(x: [1, 2], y: [.nan, .infinity])]),
    plot(
      y: Axis("Y", scale: .symlog(linearWithin: 1)), [.line(x: [1, 2, 3], y: [-1e12, 0, 1e300])]),
    plot([.line(x: [1, 2], y: [1e-300, 2e-300])]),
  ]
}
