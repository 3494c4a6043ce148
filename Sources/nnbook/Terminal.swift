import Foundation
import Notebook
import NotebookRunner
import Reports

/// What the user sees while notebooks run: diagnostics and progress on standard error, one line a
/// report on standard output; or, for machines, all of it as JSON on standard error.
struct Terminal: Sendable {
  let quiet: Bool
  let format: LogOptions.Format
  private let isInteractive = isatty(STDERR_FILENO) == 1
  private let colours =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  private let progressLog = ProgressLog()

  init(quiet: Bool, format: LogOptions.Format = .text) {
    self.quiet = quiet
    self.format = format
  }

  /// Prints diagnostics, with the line they mean and a caret under the place.
  ///
  /// - Parameter notebook: where the lines are taken from; without it there are none.
  func print(_ diagnostics: [Diagnostic], of notebook: Notebook? = nil) {
    let renderer = diagnostics.isEmpty ? nil : notebook.map { DiagnosticRenderer($0) }
    for diagnostic in diagnostics where !quiet || diagnostic.severity == .error {
      switch format {
      case .json: emit(LogEvent.diagnostic(diagnostic, of: notebook))
      case .text:
        // A problem of a definition in another notebook has its place there.
        let isHere = diagnostic.path == notebook?.path(of: diagnostic.position)
        let text =
          (isHere ? renderer?.text(of: diagnostic) : nil)
          ?? DiagnosticRenderer.visible(diagnostic.line)
        write(coloured(text, diagnostic.severity) + "\n", to: STDERR_FILENO)
      }
      if GitHubAnnotation.isWanted {
        write(GitHubAnnotation.command(diagnostic) + "\n", to: STDOUT_FILENO)
      }
    }
  }

  /// Prints a remark.
  func note(_ text: String) {
    guard !quiet else { return }
    switch format {
    case .text: write(text + "\n", to: STDERR_FILENO)
    case .json: emit(["event": "note", "message": .text(text)])
    }
  }

  /// Prints lines about a result, or for machines an object.
  func report(_ lines: String..., event: @autoclosure () -> JSONValue) {
    guard !quiet else { return }
    switch format {
    case .text: write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
    case .json: emit(event())
    }
  }

  /// Prints lines for people only.
  func table(_ lines: [String]) {
    guard !quiet, format == .text else { return }
    write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
  }

  /// Prints a line that was asked for, on standard output.
  func say(_ text: String) {
    if !quiet { write(text + "\n", to: STDOUT_FILENO) }
  }

  private func emit(_ event: JSONValue) { write(event.line + "\n", to: STDERR_FILENO) }

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

// MARK: - Progress

extension Terminal {
  /// Shows how far the blocks have come: on a terminal as a bar, to machines as events.
  func show(_ progress: BlockProgress) {
    guard !quiet else { return }
    guard format == .text else {
      if let state = progressLog.state(progress) {
        emit(LogEvent.block(progress, state: state))
      }
      return
    }
    guard isInteractive else { return }
    let filled = Int(progress.share * 20)
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: 20 - filled)
    write(
      "\r\u{1B}[K  \(progress.index + 1) of \(progress.count)  \(bar)  \(progress.name)",
      to: STDERR_FILENO)
  }

  /// Takes the progress line away.
  func clearProgress() {
    if isInteractive, !quiet, format == .text { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
