/// An experiment whose slow part can be skipped: what it measures is kept apart from what follows.
///
///     var study = try Study(options, context)   // data, checks
///     try study.measure(context)                // trains
///     study.result                              // metrics, figures
///
/// Between two runs with the same options, `record` and `restore` take the place of `measure`, and
/// the result is the same to the byte.
protocol Study: SendableMetatype {
  /// Checks the options against each other and makes the data ready.
  init(_ options: Options, _ context: Context) throws(ExperimentError)
  /// Does the slow part.
  mutating func measure(_ context: Context) throws(ExperimentError)
  /// What `measure` found.
  var record: Record { get }
  /// Takes what an earlier `measure` found.
  ///
  /// - Throws: `ExperimentError.damagedRecord` if it cannot be that.
  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError)
  /// Metrics and figures; only after one of the two.
  var result: ExperimentResult { get }
}

/// A result with what it can be made from again.
public struct RecordedResult: Sendable {
  /// Metrics and figures.
  public let result: ExperimentResult
  /// What the slow part found; empty if there is none.
  public let record: Record
}

extension Record {
  /// Reads the whole record.
  ///
  /// - Throws: `damagedRecord` if it is too short, too long or something else.
  func read<Values>(
    _ body: (inout RecordReader) throws(RecordError) -> Values
  ) throws(ExperimentError) -> Values {
    do throws(RecordError) {
      var reader = RecordReader(self)
      let values = try body(&reader)
      guard reader.isAtEnd else { throw .damaged }
      return values
    } catch {
      throw .damagedRecord
    }
  }
}
