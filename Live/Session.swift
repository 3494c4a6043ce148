import Experiments
import Plotting

/// What one instance of the module is at: a page has an instance for each live figure.
final class Session {
  /// The reply of the last call.
  private(set) var replyMemory: UnsafeMutableRawPointer?
  /// Its size.
  private(set) var replySize: Int32 = 0
  // Alone what this names is in the module: the linker drops the other experiments.
  #if TRACING
    private let known = Experiment.tracing
  #else
    private let known = Experiment.live
  #endif
  private var request: LiveRequest?
  private var run: ExperimentRun?
  private var found = ExperimentResult()
  /// What the printed figure was made from.
  var record: Record?

  var share: Double { run?.share ?? 0 }

  func describe(_ request: [UInt8]) -> Int32 {
    do throws(LiveProblem) {
      return reply(try LiveRequest(request, of: known).description)
    } catch {
      return refuse(error)
    }
  }

  func start(_ request: [UInt8]) -> Int32 {
    let earlier = run.flatMap { run in self.request.map { (request: $0, run: run) } }
    (run, found) = (nil, ExperimentResult())
    do throws(LiveProblem) {
      let request = try LiveRequest(request, of: known)
      run = try request.begin(after: earlier ?? record.flatMap { request.resumed($0) })
      self.request = request
      return 0
    } catch {
      return refuse(error)
    }
  }

  func advance(_ count: Int32) -> Int32 {
    guard let run else { return 0 }
    do throws(ExperimentError) {
      for _ in 0..<max(count, 1) where try !run.advance() { return 0 }
      return 1
    } catch {
      self.run = nil
      return refuse(.failed(error))
    }
  }

  func result() -> Int32 {
    guard let request, let result = run?.result else { return 0 }
    found = result.arranged(by: request.layout)
    return reply(found.json)
  }

  func figure(_ number: Int, id: Text, _ drawings: Figure.Drawings) -> Int32 {
    guard found.figures.indices.contains(number) else { return 0 }
    return reply(found.figures[number].markup(id: id, drawings))
  }

  func table(_ number: Int) -> Int32 {
    guard found.figures.indices.contains(number) else { return 0 }
    return reply(found.figures[number].table.json)
  }

  func points() -> Int32 {
    var text = Text()
    text.append(json: OptionValue(.list(found.points.map { .numbers($0) })))
    return reply(text)
  }

  private func refuse(_ problem: LiveProblem) -> Int32 {
    _ = reply(problem.message)
    return -1
  }

  private func reply(_ text: Text) -> Int32 {
    replyMemory?.deallocate()
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(text.bytes.count, 1), alignment: 16)
    text.bytes.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(start: memory, count: $0.count).copyMemory(from: $0)
    }
    replyMemory = memory
    replySize = Int32(text.bytes.count)
    return replySize
  }
}

/// The module's only state; nothing else runs beside a call.
nonisolated(unsafe) let session = Session()
