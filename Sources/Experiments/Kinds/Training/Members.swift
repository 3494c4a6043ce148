import NeuralNet

/// Runs that do not depend on each other: the seeds and rates of a sweep, the sizes of a
/// comparison. One run a thread; the results do not depend on how many threads there are.
struct Members {
  let count: Int
  let context: Context

  /// Calls `body` for each number below `count`, each call with a single-threaded machine that no
  /// other call uses at the same time.
  ///
  /// - Throws: the first error in the order of the members.
  func run<Outcome: Sendable>(
    _ body:
      @escaping @Sendable (_ member: Int, _ machine: Machine) throws(ExperimentError) -> Outcome
  ) throws(ExperimentError) -> [Outcome] {
    var outcomes = [Swift.Result<Outcome, ExperimentError>?](repeating: nil, count: count)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      let places = MemberPlaces(buffer)
      context.forEach(count) { member in
        guard !context.isCancelled() else { return }
        do throws(ExperimentError) {
          places.set(member, .success(try body(member, context.machine(threads: 1))))
        } catch {
          places.set(member, .failure(error))
        }
        context.progress(Double(member + 1) / Double(count))
      }
    }
    var results: [Outcome] = []
    for outcome in outcomes {
      guard let outcome else { throw .cancelled }
      results.append(try outcome.get())
    }
    return results
  }
}

/// Places that several threads fill, each its own.
private struct MemberPlaces<Element>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Element?>

  init(_ base: UnsafeMutableBufferPointer<Element?>) { self.base = base }

  func set(_ index: Int, _ element: Element) { base[index] = element }
}
