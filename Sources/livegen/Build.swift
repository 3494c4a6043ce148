import Foundation

/// Runs steps in the order of their files, those that do not wait for each other side by side.
struct Build {
  /// The programs.
  let toolchain: Toolchain
  /// Where outputs and stamps go.
  let folder: URL

  /// Brings all outputs up to date.
  ///
  /// - Throws: `LiveError.toolFailed` for the first step that failed, after those beside it ended.
  func run(_ steps: [Step]) throws {
    var waiting = steps
    while !waiting.isEmpty {
      let missing = Set(waiting.flatMap(\.outputs))
      let ready = waiting.filter { missing.isDisjoint(with: $0.inputs) }
      precondition(!ready.isEmpty, "steps wait for each other: \(waiting.map(\.name))")
      waiting.removeAll { missing.isDisjoint(with: $0.inputs) }
      try runTogether(ready)
    }
  }

  private func runTogether(_ steps: [Step]) throws {
    var running: [(step: Step, stamp: Stamp, process: Process)] = []
    var failures: [any Error] = []
    func attempt(_ work: () throws -> Void) {
      do { try work() } catch { failures.append(error) }
    }
    for step in steps where failures.isEmpty {
      attempt {
        let stamp = try Stamp(step, toolchain: toolchain, folder: folder)
        if stamp.isCurrent { return }
        try stamp.remove()
        running.append((step, stamp, try toolchain.start(step.tool, step.arguments)))
      }
    }
    for (step, stamp, process) in running {
      process.waitUntilExit()
      attempt {
        guard process.terminationStatus == 0 else {
          throw LiveError.toolFailed(name: step.tool.rawValue, step: step.name)
        }
        try stamp.write()
      }
    }
    if let first = failures.first { throw first }
  }
}
