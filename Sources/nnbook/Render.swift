import ArgumentParser
import NotebookRunner

/// `nnbook render PATH… `: runs notebooks and writes their reports.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run notebooks and write their reports.",
    discussion: """
      A report stands beside its notebook unless -o or --output-dir say otherwise. A folder with a \
      project file (nnbook.yml), or that file, gives a site. With errors no report is written and \
      the previous one stays, unless --keep-going asks for the errors in their places.
      """)

  @OptionGroup var reports: ReportOptions

  @OptionGroup var options: RunOptions

  @OptionGroup var freezing: FreezeOptions

  @OptionGroup var log: LogOptions

  @Flag(help: "Write reports in spite of errors.")
  var keepGoing = false

  func run() async throws {
    let terminal = Terminal(quiet: options.quiet, format: log.logFormat)
    let sources = try reports.sources(options, terminal)
    var runner = options.runner(reports.workFolder) { terminal.show($0) }
    runner.usesFrozenResults = freezing.useFreeze
    let renderer = Renderer(
      runner: runner, keepsGoing: keepGoing, freezes: freezing.freeze, formats: sources.formats,
      log: log, terminal: terminal)
    if !renderer.render(sources) { throw ExitCode(1) }
  }
}
