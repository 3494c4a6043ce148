import ArgumentParser
import Foundation

/// `nnbook render PATH… `: runs notebooks and writes their reports.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run notebooks and write their reports.",
    discussion: """
      A report stands beside its notebook unless -o or --output-dir say otherwise. With errors no \
      report is written and the previous one stays, unless --keep-going asks for the errors in \
      their places.
      """)

  @Argument(help: "Notebooks, or folders of notebooks.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The report of a single notebook.")
  var output: String?

  @Option(help: "The folder for reports; made if it is missing.")
  var outputDir: String?

  @Option(help: "How many things may run at once; results do not depend on it.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(name: .customShort("P"), help: "Set a parameter of the notebook: name:value.")
  var parameters: [String] = []

  @Flag(help: "Write reports in spite of errors, and go on to the next notebook.")
  var keepGoing = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    guard jobs >= 1, jobs <= 1024 else {
      throw ValidationError("--jobs is \(jobs), expected 1 to 1024")
    }
    guard output == nil || outputDir == nil else {
      throw ValidationError("-o and --output-dir cannot both be given")
    }
    for parameter in parameters where !parameter.contains(":") {
      throw ValidationError("-P is '\(parameter)', expected name:value")
    }
  }

  func run() async throws {
    let tasks = try RenderTask.tasks(for: paths, output: output, outputDirectory: outputDir)
    let terminal = Terminal(quiet: quiet)
    var failed = false
    for task in tasks {
      let renderer = Renderer(
        jobs: jobs, keepsGoing: keepGoing, parameters: namedParameters, terminal: terminal)
      let succeeded = await renderer.render(task)
      failed = failed || !succeeded
      if failed && !keepGoing { break }
    }
    if failed { throw ExitCode(1) }
  }

  private var namedParameters: [(name: String, value: String)] {
    parameters.compactMap { parameter in
      guard let colon = parameter.firstIndex(of: ":") else { return nil }
      return (String(parameter[..<colon]), String(parameter[parameter.index(after: colon)...]))
    }
  }
}
