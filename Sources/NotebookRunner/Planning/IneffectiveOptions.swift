import Experiments
import Notebook
import Plotting

/// The `#|` options of a block that change nothing, with the reason.
struct IneffectiveOptions {
  private let block: ExperimentBlock
  private let isDefinition: Bool
  private let evaluates: Bool

  init(_ block: ExperimentBlock, _ execute: FrontMatter.Execution) {
    self.block = block
    isDefinition = DefinitionKind.named(Text(block.kind)) != nil
    evaluates = block.options.eval ?? execute.eval
  }

  /// Names, places and reasons, in the order in which they stand.
  var found: [(name: String, position: SourcePosition, reason: String)] {
    written.compactMap { name, position in
      reason(name).map { (name: name, position: position, reason: $0) }
    }
  }

  private func reason(_ name: String) -> String? {
    let options = block.options
    if Self.unused.contains(name) { return "figures cannot be operated in this version" }
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

  /// What figures do not have in this version.
  private static let unused: Set = ["live", "controls"]
  private static let figures: Set = [
    "fig-cap", "fig-subcap", "fig-alt", "fig-width", "fig-height", "layout-ncol",
  ]
  private static let results = figures.union(["output", "cache", "error"])
  private static let display = figures.union(["output", "echo", "code-fold"])

  /// The names of the `#|` lines with their places.
  private var written: [(name: String, position: SourcePosition)] {
    let indent = max(0, block.kindPosition.column - 5)
    let lines = block.source.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().prefix { $0.element.hasPrefix("#|") }.compactMap { number, line in
      let text = line.dropFirst(2)
      let name = text.drop { $0 == " " }.prefix { $0 != ":" && $0 != " " }
      guard text.prefix(2).first == " ", text.dropFirst().first != " ", !name.isEmpty else {
        return nil
      }
      var position = block.kindPosition
      position.line += number + 1
      position.column = indent + 4
      return (String(name), position)
    }
  }
}
