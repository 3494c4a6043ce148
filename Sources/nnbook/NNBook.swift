import ArgumentParser

/// The program.
@main
struct NNBook: AsyncParsableCommand {
  static let version = "nnbook 0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nnbook",
    abstract: "Notebooks for neural networks: every figure computed, every claim checked.",
    discussion: """
      Exit codes: 0 done; 1 a block, a claim, a link or a reference failed, or `diff` found a \
      difference; 3 nothing failed, but something is out of date (`check`); 64 wrong usage.
      """,
    version: version,
    subcommands: [
      Init.self, Render.self, Preview.self, Check.self, Diff.self, Convert.self, List.self,
      Describe.self,
      Schema.self, ThemeCommand.self, CacheCommand.self, Clean.self,
    ])
}
