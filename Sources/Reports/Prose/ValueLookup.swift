import Experiments
import Notebook
import Plotting

/// What a value in the prose stands for.
enum ValueLookup: Equatable {
  /// The number as it is printed, and the id of the place it comes from if that is in the page.
  case found(printed: String, anchor: String?)
  case unknownLabel
  case unknownMetric(known: [String])
  /// The block stopped with an error of its own, which is told where it stands.
  case failed
  /// `eval: false`, or nobody ran it.
  case notRun
  /// The format is none that `ValueFormat` reads.
  case badFormat

  /// Looks `reference` up in the results of `context`'s report.
  init(_ reference: ValueReference, in context: PageContext) {
    guard let index = context.references.blockIndices[reference.label] else {
      self = .unknownLabel
      return
    }
    let outcome = context.report.outcomes[index]
    guard let result = outcome.result else {
      self = outcome.failed ? .failed : .notRun
      return
    }
    let name = Text(Array(reference.metric.utf8))
    guard let metric = result.metrics.first(where: { $0.name == name }) else {
      self = .unknownMetric(known: result.metrics.map { String($0.name) })
      return
    }
    guard let printed = ValueLookup.print(metric, reference.format) else {
      self = .badFormat
      return
    }
    let block = context.references.blocks[index]
    self = .found(printed: printed, anchor: block.isVisible ? block.anchor : nil)
  }

  private static func print(_ metric: Metric, _ format: String?) -> String? {
    guard let format else { return String(metric.printed) }
    return PrintedNumber.text(metric.value, format: format)
  }
}
