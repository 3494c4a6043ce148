extension Experiment {
  /// All kinds of experiment, in the order of the guide.
  public static let all: [Experiment] = [
    .forward, .backprop, .learningRateSweep, .overfitting, .train,
    .curves, .decisionMap, .confusion, .weights, .predictions, .plot, .heatMap,
  ]
}
