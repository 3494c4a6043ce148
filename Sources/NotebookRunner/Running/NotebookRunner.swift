public import Notebook

/// Runs notebooks: plans the blocks, takes stored results where they are still right, runs the others
/// side by side, checks the claims.
public struct NotebookRunner: Sendable {
  /// How many things may run at once; results do not depend on it.
  public var jobs: Int
  /// Where real data are found.
  public var datasets: DatasetLibrary
  /// Where results are stored; nil to run everything.
  public var cache: ResultCache?
  /// What earlier runs took, for the order of the blocks; nil to forget.
  public var log: RunLog?
  /// Whether results are taken from the files beside the notebooks and nothing runs; default false.
  public var usesFrozenResults = false
  /// How much work is done, in place of what the notebooks say; nil for what they say.
  public var profile: Profile?
  /// Told of every block that starts and ends; called from any thread.
  public var progress: @Sendable (BlockProgress) -> Void
  /// Whether to stop as soon as possible; asked from any thread.
  public var isCancelled: @Sendable () -> Bool

  /// A runner.
  public init(
    jobs: Int, datasets: DatasetLibrary = DatasetLibrary(), cache: ResultCache? = nil,
    log: RunLog? = nil, profile: Profile? = nil,
    progress: @escaping @Sendable (BlockProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.jobs = max(1, jobs)
    self.datasets = datasets
    self.cache = cache
    self.log = log
    self.profile = profile
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Runs every block of `notebook` that can run.
  ///
  /// - Parameter found: what the reader already found; it stands first in the run's diagnostics.
  public func run(_ notebook: Notebook, found: [Diagnostic] = []) -> NotebookRun {
    run([notebook], found: [found])[0]
  }

  /// Runs notebooks that may use each other's definitions, and returns what became of each.
  ///
  /// - Parameters:
  ///   - found: what the reader found, one list a notebook.
  ///   - shown: the notebooks whose blocks are wanted, by their place; of the others only what these
  ///     need is run. All by default.
  public func run(
    _ notebooks: [Notebook], found: [[Diagnostic]], shown: Set<Int>? = nil
  ) -> [NotebookRun] {
    let plan = ProjectPlan(notebooks, found: found, profile: profile)
    let shown = shown ?? Set(notebooks.indices)
    let shelf = usesFrozenResults ? FrozenShelf(plan, shown, datasets) : FrozenShelf()
    let project = ProjectRun(plan, self, shown: shown, frozen: shelf.outcomes)
    project.run()
    return notebooks.indices.map { number in
      NotebookRun(
        notebook: notebooks[number], blocks: project.outcomes(of: number),
        diagnostics: found[number] + plan.diagnostics[number]
          + (shelf.diagnostics[number] ?? []), profile: plan.profiles[number])
    }
  }
}

/// How far a block has come.
public struct BlockProgress: Sendable {
  /// The block's place among those that run, from 0.
  public var index: Int
  /// How many blocks run.
  public var count: Int
  /// The block's label, or its experiment if it has none.
  public var name: String
  /// The share of its work that is done, 0 to 1.
  public var share: Double
}
