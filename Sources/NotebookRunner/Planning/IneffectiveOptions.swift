import Experiments
import Notebook
import Plotting

/// The `#|` options of a block that change nothing, with the reason.
struct IneffectiveOptions {
  private let block: ExperimentBlock
  private let isDefinition: Bool
  private let evaluates: Bool
  /// Why the block is not live; nil if it is.
  private let againstLive: String?

  init(
    _ block: ExperimentBlock, _ execute: FrontMatter.Execution, againstLive: String? = nil
  ) {
    self.block = block
    self.againstLive = againstLive
    isDefinition = DefinitionKind.named(Text(block.kind)) != nil
    evaluates = block.options.eval ?? execute.eval
  }

  /// Names, places and reasons, in the order in which they stand.
  var found: [(name: String, position: SourcePosition, reason: String)] {
    CellOptionLines(block).written.compactMap { name, position in
      reason(name).map { (name: name, position: position, reason: $0) }
    }
  }

  private func reason(_ name: String) -> String? {
    let options = block.options
    if name == "controls", options.live != true { return "only a block with 'live: true' has them" }
    if let againstLive, Self.live.contains(name), options.live == true { return againstLive }
    if isDefinition, Self.results.contains(name) {
      return "a {\(block.kind)} block has no results of its own"
    }
    if name == "code-fold", options.echo == false { return "'echo: false' hides the source" }
    if !evaluates, Self.results.contains(name) {
      return "'eval: false' keeps the block from running"
    }
    guard Self.display.contains(name) else { return nil }
    if options.include == false { return "'include: false' hides the block" }
    return options.output == false && Self.figures.contains(name)
      ? "'output: false' hides the results" : nil
  }

  private static let live: Set = ["live", "controls"]
  private static let figures: Set = [
    "fig-cap", "fig-subcap", "fig-alt", "fig-width", "fig-height", "layout-ncol", "figures",
    "live", "controls",
  ]
  private static let results = figures.union(["output", "cache", "error"])
  private static let display = figures.union(["output", "echo", "code-fold"])
}
