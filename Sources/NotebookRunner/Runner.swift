import Datasets
import Experiments
public import Notebook
import Plotting

/// Runs notebooks: plans the blocks, loads their data, runs them side by side, checks the claims.
public struct NotebookRunner: Sendable {
  /// How many things may run at once; results do not depend on it.
  public var jobs: Int
  /// Where real data are found.
  public var datasets: DatasetLibrary
  /// Told of every block that starts and ends; called from any thread.
  public var progress: @Sendable (BlockProgress) -> Void

  /// A runner.
  public init(
    jobs: Int,
    datasets: DatasetLibrary = DatasetLibrary(),
    progress: @escaping @Sendable (BlockProgress) -> Void = { _ in }
  ) {
    self.jobs = max(1, jobs)
    self.datasets = datasets
    self.progress = progress
  }

  /// Runs every block of `notebook` that can run.
  ///
  /// - Parameter found: what the reader already found; it stands first in the run's diagnostics.
  public func run(_ notebook: Notebook, found: [Diagnostic] = []) async -> NotebookRun {
    let plan = Plan(notebook, found: found)
    var run = NotebookRun(
      notebook: notebook, blocks: notebook.blocks.map { _ in BlockRun() },
      diagnostics: found + plan.diagnostics)
    for (index, problems) in plan.problems { run.blocks[index].diagnostics = problems }
    for (index, block) in notebook.blocks.enumerated() {
      run.blocks[index].isErrorAllowed =
        block.options.error ?? notebook.frontMatter.execute.error
    }
    for (index, outcome) in await outcomes(of: plan.blocks, in: notebook) {
      run.blocks[index] = outcome.keeping(isErrorAllowed: run.blocks[index].isErrorAllowed)
    }
    return run
  }

  /// Runs the planned blocks, as many at once as there are jobs; a block alone gets all threads.
  private func outcomes(of plans: [BlockPlan], in notebook: Notebook) async -> [(Int, BlockRun)] {
    let width = min(jobs, plans.count)
    guard width > 0 else { return [] }
    let threads = max(1, jobs / width)
    return await withTaskGroup(of: (Int, BlockRun).self) { group in
      var waiting = plans.makeIterator()
      var finished: [(Int, BlockRun)] = []
      func start(_ plan: BlockPlan?) {
        guard let plan else { return }
        group.addTask { (plan.index, execute(plan, threads: threads, in: notebook)) }
      }
      for _ in 0..<width { start(waiting.next()) }
      while let outcome = await group.next() {
        finished.append(outcome)
        start(waiting.next())
      }
      return finished
    }
  }
}

// MARK: - One block

extension NotebookRunner {
  private func execute(_ plan: BlockPlan, threads: Int, in notebook: Notebook) -> BlockRun {
    let started = ContinuousClock.now
    progress(BlockProgress(plan, count: notebook.blocks.count, share: 0))
    var outcome = BlockRun()
    do {
      var context = Context(seed: notebook.frontMatter.execute.seed, threads: threads)
      context.progress = { share in
        progress(BlockProgress(plan, count: notebook.blocks.count, share: share))
      }
      context.data = try data(of: plan, in: notebook)
      let result = try plan.experiment.run(plan.options, context)
      outcome.result = result
      outcome.seed = plan.options.seed ?? context.seed
      check(plan.block.claims, against: result, of: notebook, into: &outcome)
    } catch {
      outcome.diagnostics = [diagnostic(error, plan, notebook)]
    }
    outcome.seconds = (ContinuousClock.now - started) / .seconds(1)
    progress(BlockProgress(plan, count: notebook.blocks.count, share: 1))
    return outcome
  }

  private func data(of plan: BlockPlan, in notebook: Notebook) throws -> SplitData? {
    guard let external = plan.options.externalData else { return nil }
    return try datasets.load(
      external, besides: notebook.path, trusted: notebook.frontMatter.trusted)
  }

  private func check(
    _ claims: [Claim], against result: ExperimentResult, of notebook: Notebook,
    into outcome: inout BlockRun
  ) {
    for claim in claims {
      do throws(UnknownMetric) {
        outcome.checks.append(try claim.check { result.metric(Text($0)) })
      } catch {
        let known = result.metrics.map { $0.name }
        outcome.diagnostics.append(
          Diagnostic(
            path: notebook.path(of: claim.position), position: claim.position,
            message: "the claim '\(claim.text)' names no metric of this block: '\(error.name)'",
            note: suggestion(for: Text(error.name), among: known).map { String($0) }))
      }
    }
  }

  /// Any error of a block as a diagnostic at the right place.
  private func diagnostic(_ error: any Error, _ plan: BlockPlan, _ notebook: Notebook) -> Diagnostic
  {
    let block = plan.block.kindPosition
    switch error {
    case ExperimentError.problem(let problem):
      return Diagnostic(problem, in: notebook, block: block)
    case ExperimentError.cancelled:
      return Diagnostic(
        path: notebook.path(of: block), position: block, message: "the run was stopped")
    case let error as DatasetError:
      return Diagnostic(
        error, in: notebook,
        position: plan.options.dataPlace.map { SourcePosition($0) } ?? block)
    default:
      return Diagnostic(path: notebook.path(of: block), position: block, message: "\(error)")
    }
  }
}

extension BlockRun {
  fileprivate func keeping(isErrorAllowed: Bool) -> BlockRun {
    var block = self
    block.isErrorAllowed = isErrorAllowed
    return block
  }
}

/// How far a block has come.
public struct BlockProgress: Sendable {
  /// The block's place in the notebook, from 0.
  public var index: Int
  /// How many blocks the notebook has.
  public var count: Int
  /// The experiment, and the block's label if it has one.
  public var name: String
  /// The share of its work that is done, 0 to 1.
  public var share: Double

  init(_ plan: BlockPlan, count: Int, share: Double) {
    index = plan.index
    self.count = count
    name = plan.block.options.label ?? plan.block.kind
    self.share = share
  }
}
