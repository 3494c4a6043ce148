extension Experiment {
  /// All kinds of experiment, in the order of the guide.
  public static let all: [Experiment] =
    live + [
      .attention, .curves, .decisionMap, .confusion, .weights, .predictions, .plot, .heatMap,
    ]

  /// Those that also run in a page: they need neither files nor the results of other blocks.
  public static let live: [Experiment] =
    tracing + [.learningRateSweep, .overfitting, .train, .playground, .descent]

  /// Those of them that pass numbers forward and back but train nothing: a page that has no others
  /// carries a smaller engine.
  public static let tracing: [Experiment] = [.forward, .backprop]
}
