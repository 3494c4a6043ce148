import ArgumentParser
import Foundation
import Notebook
import NotebookRunner

/// `nnbook cache`: what is stored, and why a block ran or did not.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Look into stored results.",
    subcommands: [Explain.self, Show.self], defaultSubcommand: Show.self)

  /// `nnbook cache show [PATH]`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How much is stored for the notebooks of a folder.")

    @Argument(help: "A notebook, or a folder of notebooks.")
    var path = "."

    func run() throws {
      let folder = WorkFolder(for: path)
      let size = folder.cache().size
      print(
        "\(folder.url.path): \(size.files) results, \((size.bytes + 500_000) / 1_000_000) MB of at "
          + "most \(folder.cache().limit / 1_000_000) MB")
    }
  }

  /// `nnbook cache explain LABEL [PATH]`
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whether a block would run, and what changed since it last did.")

    @Argument(help: "The label of a block; of one without label its kind and number.")
    var label: String

    @Argument(help: "The notebook, or the folder of notebooks that it is in.")
    var path = "."

    @OptionGroup var options: RunOptions

    func run() throws {
      let sources = try NotebookSources([path], options, Terminal(quiet: options.quiet))
      let (notebooks, found) = sources.read()
      let runner = options.runner(WorkFolder(for: path))
      let explanations = runner.explain(label, in: notebooks, found: found)
      switch explanations {
      case .success(let lines): print(lines.joined(separator: "\n"))
      case .failure(let problem): throw ValidationError(problem.message)
      }
    }
  }
}
