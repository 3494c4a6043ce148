import Plotting
import Testing

@testable import Experiments

/// Runs an experiment with options as a notebook would give them; problems fail the test.
func run(
  _ experiment: Experiment, _ given: [String: OptionValue], _ context: Context = Context()
) throws -> ExperimentResult {
  let entries = given.map { OptionValue.Entry(key: Text(Array($0.key.utf8)), value: $0.value) }
  let (options, problems) = experiment.read(OptionValue(.map(entries)))
  try #require(
    problems.isEmpty, "\(problems.map { String(decoding: $0.message.bytes, as: UTF8.self) })")
  return try experiment.run(options, context)
}

extension OptionValue {
  static func list(_ items: [OptionValue]) -> OptionValue { OptionValue(.list(items)) }

  static func rows(_ rows: [[Double]]) -> OptionValue { .list(rows.map { .numbers($0) }) }
}
