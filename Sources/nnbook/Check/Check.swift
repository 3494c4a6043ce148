import ArgumentParser
import NotebookRunner

/// `nnbook check PATH…`: whether the reports on disk are what the notebooks give.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run what is stale and compare with the reports on disk; write no report.",
    discussion: """
      Claims, references and links must hold, and the report must be, byte for byte, what \
      `nnbook render` would write; results kept by --freeze, what it would keep. What differs is \
      said in numbers. Exit codes: 0 all is well; 1 something fails; 3 nothing fails, but a report \
      or kept results are missing or out of date.
      """)

  /// The exit code of what is only out of date.
  static let outOfDate = ExitCode(3)

  @OptionGroup var reports: ReportOptions

  @OptionGroup var options: RunOptions

  @OptionGroup var log: LogOptions

  @Flag(help: "Run nothing and take the results that render --freeze kept.")
  var useFreeze = false

  func run() async throws {
    let terminal = Terminal(quiet: options.quiet, format: log.logFormat)
    let sources = try reports.sources(options, terminal)
    var runner = options.runner(reports.workFolder) { terminal.show($0) }
    runner.usesFrozenResults = useFreeze
    let checker = Checker(runner: runner, formats: sources.formats, log: log, terminal: terminal)
    switch checker.check(sources) {
    case .upToDate: return
    case .outOfDate: throw Self.outOfDate
    case .failed: throw ExitCode(1)
    }
  }
}
