import Datasets
import Experiments
import Notebook

/// What the files beside the notebooks hold for the blocks of a plan.
///
/// A block whose options, seed, data or runs are not those of its frozen result has an error at its
/// place, also where `error: true` excuses errors: that is about experiments. A block that may fail
/// and has no frozen result is not in here: a failure has no numbers to keep, so it runs.
struct FrozenShelf {
  /// By block: a result, or why there is none.
  private(set) var outcomes: [BlockID: BlockRun] = [:]
  /// Problems by notebook.
  private(set) var diagnostics: [Int: [Diagnostic]] = [:]

  /// A shelf with nothing.
  init() {}

  /// The frozen results for the blocks of some notebooks of a plan.
  init(_ plan: ProjectPlan, _ notebooks: Set<Int>, _ datasets: DatasetLibrary) {
    let keys = BlockKeys(plan, datasets)
    for number in notebooks.sorted() {
      let blocks = plan.blocks.filter { $0.id.notebook == number }
      if !blocks.isEmpty { fill(blocks, of: plan.notebooks[number], keys) }
    }
  }

  private mutating func fill(_ blocks: [BlockPlan], of notebook: Notebook, _ keys: BlockKeys) {
    do throws(Diagnostic) {
      let frozen = try FrozenResults.read(besides: notebook)
      for block in blocks { fill(block, of: notebook, frozen, keys) }
    } catch {
      for block in blocks { refuse(block, error) }
    }
  }

  private mutating func fill(
    _ block: BlockPlan, of notebook: Notebook, _ frozen: FrozenResults, _ keys: BlockKeys
  ) {
    let name = RunLog.name(of: block)
    let mayFail = block.block.options.error ?? notebook.frontMatter.execute.error
    if mayFail, frozen.numbers[name] == nil { return }
    do throws(FrozenProblem) {
      let parts = try Self.dependencies(of: block, keys)
      var outcome = BlockRun(result: try frozen.result(of: name, parts), origin: .frozen)
      outcome.seed = block.seed
      outcome.lastingDependencies = parts
      outcomes[block.id] = outcome
    } catch {
      refuse(
        block,
        Diagnostic(
          path: notebook.path(of: block.block.kindPosition), position: block.block.kindPosition,
          message: error.message(name, path: frozen.path),
          note: error.note(notebook: notebook.path)))
    }
  }

  private static func dependencies(
    of block: BlockPlan, _ keys: BlockKeys
  ) throws(FrozenProblem) -> [KeyPart] {
    do throws(DatasetError) {
      return try keys.drawingKey(of: block, engine: nil).parts
    } catch {
      throw .data(error.words { nearestName(to: $0, in: $1) }.message)
    }
  }

  private mutating func refuse(_ block: BlockPlan, _ diagnostic: Diagnostic) {
    outcomes[block.id] = BlockRun(diagnostics: [diagnostic])
    diagnostics[block.id.notebook, default: []].append(diagnostic)
  }
}

extension FrozenResults {
  /// The result of the block called `name`, if it was found with these dependencies.
  fileprivate func result(
    of name: String, _ parts: [KeyPart]
  ) throws(FrozenProblem) -> ExperimentResult {
    guard let numbers = numbers[name] else { throw .missing(known: self.numbers.keys.sorted()) }
    let changes = parts.changes(since: numbers.dependencies)
    guard changes.isEmpty else { throw .changed(changes) }
    guard let bytes = drawings[name], let result = DrawnResult.result(bytes) else {
      throw .noDrawing
    }
    let drawn = BlockNumbers(name: name, dependencies: numbers.dependencies, result)
    guard drawn != numbers else { return result }
    let first = NumberComparison(from: [drawn], to: [numbers]).changes.first
    throw .edited(first?.sentence)
  }
}
