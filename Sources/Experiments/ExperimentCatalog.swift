extension Experiment {
  /// All kinds of experiment, in the order of the guide.
  public static let all: [Experiment] =
    live + [
      .attention, .curves, .decisionMap, .confusion, .weights, .predictions, .plot, .heatMap,
    ]

  /// Those that also run in a page: they need neither files nor the results of other blocks.
  public static let live: [Experiment] = [
    .forward, .backprop, .learningRateSweep, .overfitting, .train, .playground, .descent,
  ]
}
