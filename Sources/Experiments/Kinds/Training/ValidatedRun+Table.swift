import Plotting

/// What a table of epochs shows, column by column.
typealias EpochSeries = (name: Text, values: [Double])

extension ValidatedRun {
  /// "Loss seen" and "Loss unseen", if `name` is "Loss".
  func losses(_ name: Text) -> [EpochSeries] {
    [("\(name) seen", trainLosses), ("\(name) unseen", validationLosses)]
  }

  /// The same for the share of right answers.
  func accuracies(_ name: Text) -> [EpochSeries] {
    [("\(name) seen", trainAccuracies), ("\(name) unseen", validationAccuracies)]
  }
}

extension Table {
  /// A row for each epoch of the longest of `series`, the last one too; shorter ones end early.
  static func epochs(_ series: [EpochSeries]) -> Table {
    let count = series.map { $0.values.count }.max() ?? 0
    return Table(
      [.words("Epoch")] + series.map { .numbers($0.name, decimals: 4) },
      rows: (0..<count).map { epoch in
        [.text("\(epoch + 1)")]
          + series.map { epoch < $0.values.count ? .number($0.values[epoch]) : .empty }
      })
  }
}
