import Experiments
import Notebook

extension Report {
  /// Whether a block takes part in the page: `include: false` hides it.
  func includes(_ index: Int) -> Bool { notebook.blocks[index].options.include != false }

  /// Whether its results do: `output: false` hides them and leaves the source.
  func showsResults(_ index: Int) -> Bool {
    includes(index) && notebook.blocks[index].options.output != false
  }

  /// Whether something of a block stands in the page. What the reader must not miss, errors and
  /// claims that do not hold, stands there under `include: false` too.
  func shows(_ index: Int) -> Bool {
    let outcome = outcomes[index]
    if outcome.failed || outcome.checks.contains(where: { !$0.holds }) { return true }
    guard includes(index) else { return false }
    if echoes(index) || !outcome.diagnostics.isEmpty { return true }
    guard showsResults(index) else { return false }
    let result = outcome.result
    return !outcome.checks.isEmpty || result?.figures.isEmpty == false
      || result?.diagnoses.isEmpty == false
  }

  /// Whether the source of a block is shown, folded or not.
  func echoes(_ index: Int) -> Bool {
    includes(index)
      && notebook.blocks[index].options.echo ?? notebook.frontMatter.execute.echo
  }

  /// Whether a block was meant to run.
  func evaluates(_ index: Int) -> Bool {
    notebook.blocks[index].options.eval ?? notebook.frontMatter.execute.eval
  }

  /// The claims of a block that stopped before there was anything to measure them by.
  func openClaims(of index: Int) -> [Claim] {
    let outcome = outcomes[index]
    guard outcome.failed else { return [] }
    return notebook.blocks[index].claims.filter { claim in
      !outcome.checks.contains { $0.claim == claim }
    }
  }
}
