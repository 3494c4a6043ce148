import ArgumentParser

/// Which notebooks are meant, and where their reports are.
struct ReportOptions: ParsableArguments {
  @Argument(help: "Notebooks, folders of notebooks, or project files (nnbook.yml).")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The report of a single notebook.")
  var output: String?

  @Option(help: "The folder of the reports; render makes it if it is missing.")
  var outputDir: String?

  @Option(
    help: ArgumentHelp(
      "The forms of the reports: html, ipynb, md, json, pdf; several with commas.",
      discussion: "Without it the ending of -o decides, else html.", valueName: "formats"))
  var to: String?

  func validate() throws {
    _ = try ReportFormat.formats(to, output: output)
    guard output == nil || outputDir == nil else {
      throw ValidationError("-o and --output-dir cannot both be given")
    }
  }

  /// The notebooks with their reports, and what they may use.
  func sources(_ options: RunOptions, _ terminal: Terminal) throws -> NotebookSources {
    var sources = try NotebookSources(
      paths, output: output, outputDirectory: outputDir, options, terminal)
    sources.formats = try ReportFormat.formats(to, output: output)
    try sources.refuseOverwriting()
    return sources
  }

  /// Where the results of these notebooks are stored.
  var workFolder: WorkFolder { WorkFolder(for: paths[0]) }
}
