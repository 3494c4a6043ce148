import ArgumentParser
import Notebook
import NotebookRunner

/// What is told about a run, and what counts as a failure.
struct LogOptions: ParsableArguments {
  /// How diagnostics and progress are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people: `path:line:column: error: message`.
    case text
    /// For machines: one JSON object a line, on standard error.
    case json
  }

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(help: "How diagnostics and progress are written: text, or json (an object a line).")
  var logFormat = Format.text

  @Flag(help: "Show how long each block took and where its result came from.")
  var timings = false

  /// Diagnostics as they are printed: under `--strict` every one is an error.
  func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard strict else { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.severity = .error
      return diagnostic
    }
  }

  /// Whether what was found forbids a report; under `--strict` warnings do, too.
  func failed(_ page: ReportPage) -> Bool {
    page.hasErrors || strict && page.diagnostics.contains { $0.severity == .warning }
  }

  /// Whether a run is well; under `--strict` also the claims of a quick one count.
  func succeeded(_ run: NotebookRun) -> Bool {
    run.succeeded && !(strict && !run.failedClaims.isEmpty)
  }
}
