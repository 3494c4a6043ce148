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

  @Option(help: "How many things may run at once; results do not depend on it.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(name: .customShort("P"), help: "Set a parameter of the notebook: name:value.")
  var parameters: [String] = []

  @Option(help: "A file of parameters, YAML or JSON: a map of names and values; -P wins.")
  var executeParams: String?

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
    let terminal = Terminal(quiet: quiet)
    let tasks = try tasks(terminal)
    let parameterFile = try parameterFile(terminal)
    var failed = false
    for task in tasks {
      let renderer = Renderer(
        jobs: jobs, keepsGoing: keepGoing, parameters: namedParameters,
        parameterFile: parameterFile, terminal: terminal)
      let succeeded = await renderer.render(task)
      failed = failed || !succeeded
      if failed && !keepGoing { break }
    }
    if failed { throw ExitCode(1) }
  }

  private func tasks(_ terminal: Terminal) throws -> [RenderTask] {
    let sets = paths.map { NotebookSet.read($0) }
    try stop(at: sets.flatMap { $0.1 }.inFileOrder, terminal)
    return try RenderTask.tasks(for: sets.map { $0.0 }, output: output, outputDirectory: outputDir)
  }

  private func parameterFile(_ terminal: Terminal) throws -> ParameterFile? {
    guard let executeParams else { return nil }
    let (file, found) = ParameterFile.read(contentsOf: executeParams)
    try stop(at: found, terminal)
    return file
  }

  /// Prints what is wrong with files that all notebooks share; without them none is rendered.
  private func stop(at diagnostics: [Diagnostic], _ terminal: Terminal) throws {
    terminal.print(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private var namedParameters: [(name: String, value: String)] {
    parameters.compactMap { parameter in
      guard let colon = parameter.firstIndex(of: ":") else { return nil }
      return (String(parameter[..<colon]), String(parameter[parameter.index(after: colon)...]))
    }
  }
}
