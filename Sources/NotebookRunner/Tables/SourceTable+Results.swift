import Experiments
import Plotting

extension SourceTable {
  /// The table of other blocks, from their results.
  ///
  /// - Throws: an error at `place` if there is no such figure, or nothing to show.
  init(
    _ source: TableSource, of results: [ExperimentResult], at place: OptionValue.Place?
  ) throws(ExperimentError) {
    switch source {
    case .block(let label, let number):
      let figures = results.first?.figures ?? []
      guard figures.indices.contains(number - 1) else {
        throw .problem(
          OptionProblem(.noFigure(number, of: label.text, count: figures.count), at: place))
      }
      self.init(
        source: source, title: "the data table of '\(label.text)'",
        table: figures[number - 1].table)
    case .metrics(let labels):
      self.init(source: source, title: "the table of metrics", table: Self.metrics(labels, results))
    case .file: self.init(source: source, title: "", table: Table([]))
    }
  }

  /// A row for each block, a column for each metric of one of them.
  private static func metrics(_ labels: [Options.Label], _ results: [ExperimentResult]) -> Table {
    var names: [Text] = []
    for metric in results.flatMap({ $0.metrics }) where !names.contains(metric.name) {
      names.append(metric.name)
    }
    return Table(
      [.words("block")] + names.map { .numbers($0) },
      rows: zip(labels, results).map { label, result in
        [.text(label.text)]
          + names.map { name in result.metric(name).map { .number($0) } ?? .empty }
      })
  }
}
