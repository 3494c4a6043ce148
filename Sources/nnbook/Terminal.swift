import Foundation
import Notebook
import NotebookRunner
import Reports

/// What the user sees while notebooks run: diagnostics and progress on standard error, one line a
/// report on standard output.
struct Terminal: Sendable {
  let quiet: Bool
  private let isInteractive = isatty(STDERR_FILENO) == 1
  private let isGitHub = ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true"
  private let colours =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  init(quiet: Bool) { self.quiet = quiet }

  /// Prints diagnostics, with the line they mean and a caret under the place.
  ///
  /// - Parameter notebook: where the lines are taken from; without it there are none.
  func print(_ diagnostics: [Diagnostic], of notebook: Notebook? = nil) {
    let files = diagnostics.isEmpty ? [] : (notebook?.files ?? []).map(lines)
    for diagnostic in diagnostics {
      if diagnostic.severity == .warning, quiet { continue }
      write(coloured(diagnostic.line, diagnostic.severity) + "\n", to: STDERR_FILENO)
      // A problem of a definition in another notebook has its place there.
      if diagnostic.path == notebook?.path(of: diagnostic.position),
        let excerpt = excerpt(diagnostic, files)
      {
        write(excerpt, to: STDERR_FILENO)
      }
      if isGitHub { annotate(diagnostic) }
    }
  }

  /// Prints a remark.
  func note(_ text: String) {
    if !quiet { write(text + "\n", to: STDERR_FILENO) }
  }

  /// Prints what became of a report.
  ///
  /// - Parameter time: from the command to the report; nil if it shares that with others.
  func summarize(_ run: NotebookRun, path: String, bytes: Int, time: Duration?) {
    guard !quiet else { return }
    let experiments = run.blocks.filter { $0.result != nil }.count
    let stored = run.blocks.filter { $0.origin == .stored }.count
    let checks = run.blocks.flatMap { $0.checks }
    let held = checks.filter { $0.holds }.count
    var parts = ["\(experiments) experiment" + (experiments == 1 ? "" : "s")]
    let frozen = run.blocks.filter { $0.origin == .frozen }.count
    if stored > 0 { parts[0] += " (\(stored) stored)" }
    if frozen > 0 { parts[0] += " (\(frozen) frozen)" }
    if run.profile != .full { parts.insert(run.profile.rawValue, at: 0) }
    if !checks.isEmpty { parts.append("\(held) of \(checks.count) claims hold") }
    if let time { parts.append(String(format: "%.2f s", time / .seconds(1))) }
    parts.append("\((bytes + 500) / 1000) kB")
    write("\(path): \(parts.joined(separator: ", "))\n", to: STDOUT_FILENO)
    printFailedClaims(run)
  }

  /// Prints a line that was asked for, on standard output.
  func say(_ text: String) {
    if !quiet { write(text + "\n", to: STDOUT_FILENO) }
  }

  /// Prints the claims that do not hold.
  func printFailedClaims(_ run: NotebookRun) {
    for check in run.blocks.flatMap({ $0.checks }) where !check.holds {
      printFailed(check, of: run)
    }
  }

  /// Prints a table of all notebooks of a run.
  func summarize(_ notebooks: [(path: String, (run: NotebookRun, succeeded: Bool))]) {
    guard !quiet else { return }
    let width = notebooks.map { $0.path.count }.max() ?? 0
    var lines = [
      "", "\(notebooks.filter { $0.1.succeeded }.count) of \(notebooks.count) notebooks done",
    ]
    for (path, (run, succeeded)) in notebooks {
      let errors = run.allDiagnostics.filter { $0.severity == .error }.count
      let failed = run.blocks.flatMap { $0.checks }.filter { !$0.holds }.count
      let seconds = run.blocks.reduce(0) { $0 + $1.seconds }
      lines.append(
        "  \(path.padding(toLength: width, withPad: " ", startingAt: 0))  "
          + (succeeded ? "done  " : "failed")
          + String(
            format: "  %3d blocks  %3d errors  %3d failed claims  %6.2f s",
            run.blocks.count, errors, failed, seconds))
    }
    write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
  }

  private func printFailed(_ check: ClaimCheck, of run: NotebookRun) {
    let wording = ClaimWording(check)
    let remark = run.forgivesClaims ? "claims are made for the full profile" : nil
    print([
      Diagnostic(
        path: run.notebook.path(of: check.claim.position), position: check.claim.position,
        severity: run.forgivesClaims ? .warning : .error,
        message: "claim fails: \(check.claim.text), measured \(wording.measured)",
        note: remark ?? wording.reason)
    ])
  }

  private func annotate(_ diagnostic: Diagnostic) {
    let place = diagnostic.position.map { ",line=\($0.line),col=\($0.column)" } ?? ""
    let level = diagnostic.severity.rawValue
    write(
      "::\(level) file=\(diagnostic.path)\(place)::\(diagnostic.message)\n", to: STDOUT_FILENO)
  }

  private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard colours else { return text }
    let code = severity == .error ? "31" : "33"
    return text.replacing(
      " \(severity.rawValue): ", with: " \u{1B}[\(code)m\(severity.rawValue):\u{1B}[0m ",
      maxReplacements: 1)
  }

  private func write(_ text: String, to file: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }
}

// MARK: - Source lines

extension Terminal {
  private func lines(_ file: NotebookFile) -> [Substring] {
    file.source.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func excerpt(_ diagnostic: Diagnostic, _ files: [[Substring]]) -> String? {
    guard let position = diagnostic.position, files.indices.contains(position.file),
      files[position.file].indices.contains(position.line - 1)
    else { return nil }
    let line = files[position.file][position.line - 1].prefix(160)
    let padding = line.prefix(max(0, position.column - 1)).map { $0 == "\t" ? "\t" : " " }
    return "  \(line)\n  \(padding.joined())^\n"
  }
}

// MARK: - Progress

extension Terminal {
  /// Shows how far the blocks have come, on a terminal only.
  func show(_ progress: BlockProgress) {
    guard isInteractive, !quiet else { return }
    let filled = Int(progress.share * 20)
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: 20 - filled)
    write(
      "\r\u{1B}[K  \(progress.index + 1) of \(progress.count)  \(bar)  \(progress.name)",
      to: STDERR_FILENO)
  }

  /// Takes the progress line away.
  func clearProgress() {
    if isInteractive, !quiet { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
