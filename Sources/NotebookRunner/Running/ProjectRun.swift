import Datasets
import Experiments
import Notebook
import Plotting
import Synchronization

/// One run of notebooks that belong together.
final class ProjectRun: Sendable {
  let plan: ProjectPlan
  private let runner: NotebookRunner
  /// The blocks that run, each after those it needs.
  private let blocks: [BlockPlan]
  private let byID: [BlockID: BlockPlan]
  private let keys: BlockKeys
  private let records: RecordShelf
  private let pool: JobPool
  private let outcomes: Mutex<[BlockID: BlockRun]>

  /// - Parameter frozen: what became of blocks that do not run.
  init(
    _ plan: ProjectPlan, _ runner: NotebookRunner, shown: Set<Int>,
    frozen: [BlockID: BlockRun] = [:]
  ) {
    self.plan = plan
    self.runner = runner
    blocks = Self.needed(plan, shown: shown, frozen: frozen)
    byID = Dictionary(uniqueKeysWithValues: plan.blocks.map { ($0.id, $0) })
    keys = BlockKeys(plan, runner.datasets)
    records = RecordShelf(blocks)
    pool = JobPool(width: runner.jobs)
    let refused = plan.problems.mapValues { BlockRun(diagnostics: $0) }
    outcomes = Mutex(refused.merging(frozen) { problem, _ in problem })
  }

  /// The blocks of the shown notebooks, and those of the others that they use, but no frozen ones.
  private static func needed(
    _ plan: ProjectPlan, shown: Set<Int>, frozen: [BlockID: BlockRun]
  ) -> [BlockPlan] {
    let running = plan.blocks.filter { frozen[$0.id] == nil }
    var wanted = Set(running.map { $0.id }.filter { shown.contains($0.notebook) })
    let byID = Dictionary(uniqueKeysWithValues: running.map { ($0.id, $0) })
    var open = Array(wanted)
    while let id = open.popLast() {
      for need in byID[id]?.needs ?? [] where wanted.insert(need).inserted { open.append(need) }
    }
    return running.filter { wanted.contains($0.id) }
  }

  /// Runs everything; returns when all blocks are done.
  func run() {
    let places = Dictionary(
      uniqueKeysWithValues: blocks.enumerated().map { ($0.element.id, $0.offset) })
    let times = BlockTimes(runner.log, plan)
    let shared = SharedWork(blocks, plan, keys, runner.cache)
    pool.run(
      blocks.enumerated().map { number, block in
        let needed = block.needs.compactMap { places[$0] }
        let needs = Set(needed + (shared.leaders[number].map { [$0] } ?? []))
        return JobPool.Job(
          estimate: times.seconds(of: block) ?? block.guessedSeconds, needs: needs.sorted(),
          work: { [self] isAlone in execute(block, number: number, isAlone: isAlone) })
      })
    runner.datasets.forget()
    checkClaims()
    if !runner.usesFrozenResults { runner.log?.note(plan, outcomes.withLock { $0 }) }
  }

  /// What became of the blocks of a notebook, one for each.
  func outcomes(of notebook: Int) -> [BlockRun] {
    let notebookPlan = plan.notebooks[notebook]
    let live = Dictionary(
      uniqueKeysWithValues: plan.blocks.compactMap { block in block.live.map { (block.id, $0) } })
    return notebookPlan.blocks.enumerated().map { index, block in
      let id = BlockID(notebook: notebook, block: index)
      var outcome = outcomes.withLock { $0[id] } ?? BlockRun()
      outcome.live = outcome.live ?? live[id]
      outcome.isErrorAllowed = block.options.error ?? notebookPlan.frontMatter.execute.error
      return outcome
    }
  }
}

// MARK: - One block

extension ProjectRun {
  private func execute(_ block: BlockPlan, number: Int, isAlone: Bool) {
    let started = ContinuousClock.now
    let report: @Sendable (Double) -> Void = { [runner, count = blocks.count] share in
      runner.progress(
        BlockProgress(index: number, count: count, name: block.name, share: share))
    }
    report(0)
    var outcome = BlockRun()
    do {
      try refuseFailedUpstream(block)
      let drawingKey = try keys.drawingKey(of: block)
      outcome.dependencies = drawingKey.parts
      outcome.lastingDependencies = try keys.drawingKey(of: block, engine: nil).parts
      outcome.seed = block.seed
      (outcome.result, outcome.origin) =
        try stored(block, drawingKey)
        ?? computed(block, drawingKey, isAlone: isAlone, progress: report)
      outcome.live = try carried(block)
    } catch {
      outcome.diagnostics = [diagnostic(error, block)]
    }
    for id in block.upstream + (block.isCarried ? [block.id] : []) { records.release(id) }
    outcome.seconds = (ContinuousClock.now - started) / .seconds(1)
    outcomes.withLock { $0[block.id] = outcome }
    report(1)
  }

  /// What a page needs of the block, with its record if that is small.
  private func carried(_ block: BlockPlan) throws -> LiveBlock? {
    guard block.isCarried, var live = block.live else { return block.live }
    let record = try record(of: block)
    if record.bytes.count <= Self.largestRecord { live.record = record }
    return live
  }

  /// A third more as text in the page.
  private static let largestRecord = 100_000

  /// The drawn result of an earlier run.
  private func stored(_ block: BlockPlan, _ key: CacheKey) -> (ExperimentResult, BlockRun.Origin)? {
    guard block.usesCache, let bytes = runner.cache?.read(.drawings, key),
      let result = DrawnResult.result(bytes)
    else { return nil }
    return (result, .stored)
  }

  private func computed(
    _ block: BlockPlan, _ drawingKey: CacheKey, isAlone: Bool,
    progress: @escaping @Sendable (Double) -> Void
  ) throws -> (ExperimentResult, BlockRun.Origin) {
    if runner.isCancelled() { throw ExperimentError.cancelled }
    var context = try context(block, threads: isAlone ? runner.jobs : 1)
    context.progress = progress
    context.runs = try block.upstream.map { try finishedRun($0) }
    context.tables = try tables(of: block)
    let key = try keys.key(of: block)
    let (result, record, origin) = try result(block, key, context)
    try refuseChangedData(block)
    let shown = try result.showing(block.block.options.figures)
    let drawn = DrawnResult.bytes(shown.arranged(by: block.layout))
    if block.usesCache, isWorthKeeping(result, block) {
      if !record.bytes.isEmpty { runner.cache?.write(.records, key, record.bytes) }
      runner.cache?.write(.drawings, drawingKey, drawn)
    }
    records.put(record, of: block.id)
    return (DrawnResult.result(drawn) ?? result, origin)
  }

  /// The result, from a stored record if there is one that is whole.
  private func result(_ block: BlockPlan, _ key: CacheKey, _ context: Context) throws
    -> (ExperimentResult, Record, BlockRun.Origin)
  {
    if block.usesCache, let bytes = runner.cache?.read(.records, key) {
      let record = Record(bytes)
      do throws(ExperimentError) {
        return (try block.experiment.replay(record, block.options, context), record, .redrawn)
      } catch {
        guard case .damagedRecord = error else { throw error }
      }
    }
    let recorded = try block.experiment.record(block.options, context)
    return (recorded.result, recorded.record, .computed)
  }

  /// Whether a later run may take the result: not if it diverged and nobody claimed that it would.
  private func isWorthKeeping(_ result: ExperimentResult, _ block: BlockPlan) -> Bool {
    guard result.diverged else { return true }
    let outcomes = [block.id: BlockRun(result: result)]
    let claims = NotebookClaims(plan, block.id.notebook, outcomes)
    let checks = block.block.claims.map { claims.check($0, of: block).check?.holds ?? false }
    return !checks.isEmpty && checks.allSatisfy { $0 }
  }
}

// MARK: - What a block needs

extension ProjectRun {
  private func context(_ block: BlockPlan, threads: Int) throws -> Context {
    var context = Context(seed: block.seed, threads: threads)
    if let source = plan.dataSource(of: block) { context.data = try runner.datasets.load(source) }
    context.parallel = { [pool] count, part in pool.forEach(count, part) }
    context.isCancelled = runner.isCancelled
    return context
  }

  /// A {train} block that has run: its record from memory, from the cache, or by training again if
  /// neither has it any more.
  private func finishedRun(_ id: BlockID) throws -> FinishedRun {
    guard let block = byID[id] else { throw ExperimentError.cancelled }
    return FinishedRun(
      label: Text(block.name), options: block.options, context: try context(block, threads: 1),
      record: try record(of: block))
  }

  private func record(of block: BlockPlan) throws -> Record {
    try records.record(of: block.id) {
      let key = try keys.key(of: block)
      if block.usesCache, let bytes = runner.cache?.read(.records, key) { return Record(bytes) }
      return try block.experiment.record(block.options, context(block, threads: 1)).record
    }
  }

  /// The tables that a block shows.
  private func tables(of block: BlockPlan) throws -> [SourceTable] {
    var shown = block.shown[...]
    return try block.options.tables.map { source, place in
      if let file = plan.tableFile(source, of: block) {
        let read = try runner.datasets.table(in: file)
        return SourceTable(
          source: source, title: Text(file.written), table: read.table, lines: read.lines)
      }
      let results = source.blocks.compactMap { _ in shown.popFirst() }.map { id in
        outcomes.withLock { $0[id]?.result } ?? ExperimentResult()
      }
      return try SourceTable(source, of: results, at: place)
    }
  }

  private func refuseFailedUpstream(_ block: BlockPlan) throws(FailedUpstream) {
    for (label, id) in zip(block.needed, block.needs) {
      let outcome = outcomes.withLock { $0[id] }
      if outcome?.result == nil {
        throw FailedUpstream(label: String(label.text), place: label.place)
      }
    }
  }

  private func refuseChangedData(_ block: BlockPlan) throws {
    let paths = try plan.dataPaths(of: block)
    if let file = try runner.datasets.changedFile(among: paths) { throw ChangedData(path: file) }
  }
}

/// A block that another one needs has no result.
private struct FailedUpstream: Error {
  let label: String
  let place: OptionValue.Place?
}

/// A file of data that was written to while it was read.
private struct ChangedData: Error {
  let path: String
}

// MARK: - Errors

extension ProjectRun {
  /// Any error of a block as a diagnostic at the right place.
  private func diagnostic(_ error: any Error, _ block: BlockPlan) -> Diagnostic {
    let (notebook, position) = (block.id.notebook, block.block.kindPosition)
    let dataPlace = block.options.tables.isEmpty ? block.options.dataPlace : nil
    func say(_ message: String, at place: OptionValue.Place? = nil, note: String? = nil)
      -> Diagnostic
    {
      plan.places.diagnostic(of: notebook, at: position, instead: place, message, note: note)
    }
    switch error {
    case ExperimentError.problem(let problem):
      return plan.places.diagnostic(problem, of: notebook, at: position)
    case ExperimentError.cancelled: return say("the run was stopped")
    case let error as FailedUpstream:
      return say("the block '\(error.label)' failed, and this one needs it", at: error.place)
    case let error as UnknownFigure:
      let place = CellOptionLines(block.block).position(of: "figures") ?? position
      let known = error.known.map { Text($0) }
      return plan.places.diagnostic(
        of: notebook, at: place, "{\(block.block.kind)} draws no figure '\(error.name)'",
        note: suggestion(for: Text(error.name), among: known).map { String($0) })
    case let error as ChangedData:
      return say(
        "\(error.path) changed while the notebook ran",
        at: dataPlace ?? tablePlace(error.path, block), note: "render it again")
    case let error as DatasetError:
      let (message, note) = error.words { nearestName(to: $0, in: $1) }
      return say(
        error.prefix + message, at: dataPlace ?? tablePlace(error.place?.path, block), note: note)
    default: return say("\(error)")
    }
  }
}

extension ProjectRun {
  /// Where a block names the table of a file.
  private func tablePlace(_ path: String?, _ block: BlockPlan) -> OptionValue.Place? {
    block.options.tables.first { plan.tableFile($0.source, of: block)?.place == path }?.place
  }
}

extension DatasetError {
  /// `file:line:column: ` of the data, as far as it is known.
  fileprivate var prefix: String {
    guard let place else { return "" }
    let parts = [place.path] + [place.line, place.character].compactMap { $0.map { "\($0)" } }
    return parts.joined(separator: ":") + ": "
  }
}

// MARK: - Claims

extension ProjectRun {
  /// Checks the claims of all blocks, when all that they may name is there.
  private func checkClaims() {
    let all = outcomes.withLock { $0 }
    for notebook in plan.notebooks.indices {
      let claims = NotebookClaims(plan, notebook, all)
      for block in plan.blocks where block.id.notebook == notebook && all[block.id]?.result != nil {
        for claim in block.block.claims {
          let (check, diagnostics) = claims.check(claim, of: block)
          outcomes.withLock { outcomes in
            if let check { outcomes[block.id]?.checks.append(check) }
            outcomes[block.id]?.diagnostics += diagnostics
          }
        }
      }
    }
  }
}
