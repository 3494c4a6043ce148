import ArgumentParser
import Foundation
import Notebook
import NotebookRunner

/// The options of all subcommands that run notebooks.
struct RunOptions: ParsableArguments {
  @Option(help: "How many things may run at once; results do not depend on it.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(name: .customShort("P"), help: "Set a parameter of the notebook: name:value.")
  var parameters: [String] = []

  @Option(help: "A file of parameters, YAML or JSON: a map of names and values; -P wins.")
  var executeParams: String?

  @Option(help: "How much work is done: full, or quick with fewer epochs, samples and seeds.")
  var profile: Profile?

  @Flag(help: "Use no stored results and store none.")
  var noCache = false

  @Flag(help: "Run everything again and store the new results.")
  var cacheRefresh = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    guard jobs >= 1, jobs <= 1024 else {
      throw ValidationError("--jobs is \(jobs), expected 1 to 1024")
    }
    for parameter in parameters where !parameter.contains(":") {
      throw ValidationError("-P is '\(parameter)', expected name:value")
    }
    guard !noCache || !cacheRefresh else {
      throw ValidationError("--no-cache and --cache-refresh cannot both be given")
    }
  }

  /// The parameters as names and values.
  var namedParameters: [(name: String, value: String)] {
    parameters.compactMap { parameter in
      guard let colon = parameter.firstIndex(of: ":") else { return nil }
      return (String(parameter[..<colon]), String(parameter[parameter.index(after: colon)...]))
    }
  }

  /// The runner that they describe, with its store in `folder`.
  func runner(
    _ folder: WorkFolder, progress: @escaping @Sendable (BlockProgress) -> Void = { _ in }
  ) -> NotebookRunner {
    NotebookRunner(
      jobs: jobs, cache: noCache ? nil : folder.cache(ignoresOld: cacheRefresh),
      log: noCache ? nil : folder.log, profile: profile, progress: progress)
  }
}
