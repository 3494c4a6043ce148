import Experiments
import Notebook
import Plotting

/// What the notebooks that run together are going to run, and all that is wrong with it.
struct ProjectPlan {
  let notebooks: [Notebook]
  let places: SourcePlaces
  /// How much work each notebook does.
  let profiles: [Profile]
  /// The blocks to run, in order.
  private(set) var blocks: [BlockPlan] = []
  /// Problems by block.
  private(set) var problems: [BlockID: [Diagnostic]] = [:]
  /// Problems of definitions and warnings, by notebook.
  private(set) var diagnostics: [[Diagnostic]]

  private var resolver: DefinitionResolver

  /// - Parameters:
  ///   - found: what the reader found, by notebook; a block with an error of its own is not looked at
  ///     further, as its body may be incomplete.
  ///   - profile: in place of the notebooks' own.
  init(_ notebooks: [Notebook], found: [[Diagnostic]], profile: Profile? = nil) {
    self.notebooks = notebooks
    profiles = notebooks.map { profile ?? $0.frontMatter.execute.profile ?? .full }
    places = SourcePlaces(notebooks)
    diagnostics = notebooks.map { _ in [] }
    resolver = DefinitionResolver(DefinitionTable(), places)
    var table = DefinitionTable()
    for (number, notebook) in notebooks.enumerated() { collect(notebook, number, &table) }
    resolver = DefinitionResolver(table, places)
    for (number, notebook) in notebooks.enumerated() {
      for (index, block) in notebook.blocks.enumerated() {
        plan(block, BlockID(notebook: number, block: index), found[number])
      }
    }
    refuseCircles()
    for (notebook, diagnostic) in resolver.circles { diagnostics[notebook].append(diagnostic) }
    warnOfUnused(table)
    for number in notebooks.indices { diagnostics[number] += withoutEffect(number) }
  }

  /// Definitions of included files are for several notebooks, which need not use all of them.
  private mutating func warnOfUnused(_ table: DefinitionTable) {
    for definition in table.all
    where definition.role != .run && definition.role != .result && definition.position.file == 0
      && !resolver.used.contains(definition.id)
    {
      diagnostics[definition.id.notebook].append(
        places.diagnostic(
          of: definition.id.notebook, at: definition.position, severity: .warning,
          "no block uses the {\(definition.role.rawValue)} block '\(definition.label)'"))
    }
  }
}

extension ProjectPlan {
  /// The external data that a block names.
  func dataSource(of block: BlockPlan) -> DataSource? {
    block.options.externalData.map { data in
      let notebook = notebooks[block.id.notebook]
      return DataSource(
        data: data, notebook: notebook.path, isTrusted: notebook.frontMatter.trusted)
    }
  }
}

// MARK: - Definitions

extension ProjectPlan {
  private mutating func collect(
    _ notebook: Notebook, _ number: Int, _ table: inout DefinitionTable
  ) {
    for (index, block) in notebook.blocks.enumerated() {
      let id = BlockID(notebook: number, block: index)
      if let kind = DefinitionKind.named(Text(block.kind)) {
        collect(block, id, kind, &table)
      } else if Experiment.named(Text(block.kind)) != nil, let label = block.options.label {
        let role: Definition.Role = block.kind == Definition.Role.run.rawValue ? .run : .result
        let position = block.options.labelPosition ?? block.kindPosition
        let nothing = OptionValue(.null)
        table.add(
          Definition(id: id, role: role, label: label, position: position, body: nothing))
      }
    }
  }

  private mutating func collect(
    _ block: ExperimentBlock, _ id: BlockID, _ kind: DefinitionKind,
    _ table: inout DefinitionTable
  ) {
    guard let label = block.options.label else {
      diagnostics[id.notebook].append(
        places.diagnostic(
          of: id.notebook, at: block.kindPosition,
          "{\(block.kind)} block has no label, expected `#| label: name`"))
      return
    }
    let body = kind.body(places.value(block.body, of: id.notebook))
    let isData = kind.name.matches("data")
    table.add(
      Definition(
        id: id, role: isData ? .data : .model, label: label,
        position: block.options.labelPosition ?? block.kindPosition,
        body: isData ? body["data"] ?? OptionValue(.null) : body))
  }
}

// MARK: - Blocks

extension ProjectPlan {
  private mutating func plan(
    _ block: ExperimentBlock, _ id: BlockID, _ found: [Diagnostic]
  ) {
    let execute = notebooks[id.notebook].frontMatter.execute
    guard block.options.eval ?? execute.eval else { return }
    let errors = block.errors(among: found)
    guard errors.isEmpty else {
      problems[id] = errors + unknownKind(block, id) + wrongOptions(block, id)
      return
    }
    if let kind = DefinitionKind.named(Text(block.kind)) {
      check(block, of: kind, id)
    } else if let experiment = Experiment.named(Text(block.kind)) {
      add(block, experiment, id, execute)
    } else {
      problems[id] = unknownKind(block, id)
    }
  }

  /// The error of a block whose kind is neither an experiment nor a definition.
  private func unknownKind(_ block: ExperimentBlock, _ id: BlockID) -> [Diagnostic] {
    let name = Text(block.kind)
    guard Experiment.named(name) == nil, DefinitionKind.named(name) == nil else { return [] }
    let known = Experiment.all.map { $0.name.text } + DefinitionKind.all.map { $0.name.text }
    let problem = OptionProblem(.unknownExperiment(name, known: known), at: nil)
    return [places.diagnostic(problem, of: id.notebook, at: block.kindPosition)]
  }

  /// What is wrong with the options of a block that has other errors, so that all are told at once;
  /// not what is missing, as the body may be incomplete.
  private mutating func wrongOptions(_ block: ExperimentBlock, _ id: BlockID) -> [Diagnostic] {
    guard let experiment = Experiment.named(Text(block.kind)) else { return [] }
    let written = places.value(block.body, of: id.notebook)
    let (body, unknown) = resolver.resolve(written, of: id.notebook, for: experiment)
    let wrong = experiment.read(body).problems.filter { !$0.isMissing }
    return unknown + diagnostics(of: wrong, besides: unknown, block, id)
  }

  /// Takes blocks out that show each other's numbers in a circle.
  private mutating func refuseCircles() {
    let byID = Dictionary(uniqueKeysWithValues: blocks.map { ($0.id, $0) })
    for block in blocks {
      guard let circle = block.circle(byID) else { continue }
      let names = (circle + [block.id]).compactMap { byID[$0]?.name }
      let next = circle.count > 1 ? circle[1] : block.id
      let use = block.shown.firstIndex(of: next).map { block.options.shownBlocks[$0] }
      problems[block.id] = [
        places.diagnostic(
          of: block.id.notebook, at: block.block.kindPosition, instead: use?.place,
          circle.count > 1
            ? "blocks show each other's numbers in a circle: " + names.joined(separator: " → ")
            : "the block '\(block.name)' shows its own numbers, expected those of another")
      ]
    }
    blocks.removeAll { problems[$0.id] != nil }
  }

  private mutating func add(
    _ block: ExperimentBlock, _ experiment: Experiment, _ id: BlockID,
    _ execute: FrontMatter.Execution
  ) {
    let written = places.value(block.body, of: id.notebook)
    let (body, unknown) = resolver.resolve(written, of: id.notebook, for: experiment)
    let (options, wrong) = experiment.read(body)
    let (upstream, unknownRuns) = resolver.runs(options, of: id.notebook)
    let (shown, unknownBlocks) = resolver.shownBlocks(options, of: id.notebook)
    let found =
      unknown + unknownRuns + unknownBlocks + diagnostics(of: wrong, besides: unknown, block, id)
      + (unknownRuns.isEmpty ? idle(options.runs, upstream, of: id.notebook) : [])
      + (unknownBlocks.isEmpty ? idle(options.shownBlocks, shown, of: id.notebook) : [])
      + unknownControls(block, experiment, id)
    guard found.isEmpty else {
      problems[id] = found
      return
    }
    let isQuick = profiles[id.notebook] == .quick
    let wishesLive = block.options.live == true
    let reason = wishesLive ? reasonAgainstLive(block.options, experiment, options, body) : nil
    blocks.append(
      BlockPlan(
        id: id, block: block, experiment: experiment,
        options: isQuick ? options.quick(experiment.options) : options, upstream: upstream,
        shown: shown, seed: options.seed ?? execute.seed,
        usesCache: block.options.cache ?? execute.cache,
        live: wishesLive && reason == nil ? live(block, experiment, body, id) : nil,
        reasonAgainstLive: reason))
  }

  /// Validates a definition where it stands, so that its errors are found even if nothing uses it.
  private mutating func check(
    _ block: ExperimentBlock, of kind: DefinitionKind, _ id: BlockID
  ) {
    let written = kind.body(places.value(block.body, of: id.notebook))
    let (body, unknown) = resolver.resolve(written, of: id.notebook, from: id)
    let found = unknown + diagnostics(of: kind.problems(of: body), besides: unknown, block, id)
    if !found.isEmpty { problems[id] = found }
  }

  /// Problems of options; the name of data that was already reported with the labels is left out.
  private func diagnostics(
    of problems: [OptionProblem], besides unknown: [Diagnostic], _ block: ExperimentBlock,
    _ id: BlockID
  ) -> [Diagnostic] {
    problems.filter { unknown.isEmpty || !$0.isUnknownData }.map {
      places.diagnostic($0, of: id.notebook, at: block.kindPosition)
    }
  }
}

extension ExperimentBlock {
  /// The errors that lie in the block.
  fileprivate func errors(among found: [Diagnostic]) -> [Diagnostic] {
    found.filter { diagnostic in
      guard diagnostic.severity == .error, let position = diagnostic.position else { return false }
      return position.file == kindPosition.file && lines.contains(position.line)
    }
  }
}

extension OptionProblem {
  /// Whether an option is not there that must be.
  fileprivate var isMissing: Bool {
    if case .missingOption = kind { return true }
    return false
  }

  /// Whether it is the data's name that was already reported with the labels of the notebook.
  fileprivate var isUnknownData: Bool {
    if case .unknownKind("data", _, _) = kind { return true }
    return false
  }
}
