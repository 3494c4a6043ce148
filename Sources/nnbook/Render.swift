import ArgumentParser
import Foundation
import Notebook
import NotebookRunner

/// `nnbook render PATH… `: runs notebooks and writes their reports.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run notebooks and write their reports.",
    discussion: """
      A report stands beside its notebook unless -o or --output-dir say otherwise. With errors no \
      report is written and the previous one stays, unless --keep-going asks for the errors in \
      their places.
      """)

  @Argument(help: "Notebooks, folders of notebooks, or project files (nnbook.yml).")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The report of a single notebook.")
  var output: String?

  @Option(help: "The folder for reports; made if it is missing.")
  var outputDir: String?

  @OptionGroup var options: RunOptions

  @Flag(help: "Write reports in spite of errors.")
  var keepGoing = false

  func validate() throws {
    guard output == nil || outputDir == nil else {
      throw ValidationError("-o and --output-dir cannot both be given")
    }
  }

  func run() async throws {
    let terminal = Terminal(quiet: options.quiet)
    let sources = try NotebookSources(
      paths, output: output, outputDirectory: outputDir, options, terminal)
    let renderer = Renderer(
      runner: options.runner(WorkFolder(for: paths[0])) { terminal.show($0) },
      keepsGoing: keepGoing, terminal: terminal)
    if !renderer.render(sources) { throw ExitCode(1) }
  }
}
