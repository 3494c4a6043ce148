import Experiments
import Notebook
import Plotting

/// A block that is ready to run: its experiment with validated options.
struct BlockPlan: Sendable {
  let index: Int
  let block: ExperimentBlock
  let experiment: Experiment
  let options: Options
}

/// What a notebook is going to run, and all that is wrong with it.
struct Plan {
  /// The blocks to run, in order.
  private(set) var blocks: [BlockPlan] = []
  /// Problems by block.
  private(set) var problems: [Int: [Diagnostic]] = [:]
  /// Problems of definitions and their uses.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter found: what the reader found; a block with an error of its own is not looked at
  ///   further, as its body may be incomplete.
  init(_ notebook: Notebook, found: [Diagnostic]) {
    var definitions = Definitions(notebook)
    for (index, block) in notebook.blocks.enumerated() {
      guard block.options.eval ?? notebook.frontMatter.execute.eval else { continue }
      let errors = block.errors(among: found)
      guard errors.isEmpty else {
        problems[index] = errors + unknownKind(block, notebook)
        continue
      }
      if let kind = DefinitionKind.named(Text(block.kind)) {
        check(block, of: kind, at: index, &definitions, notebook)
      } else {
        add(block, at: index, &definitions, notebook)
      }
    }
    diagnostics = definitions.diagnostics
  }

  private mutating func add(
    _ block: ExperimentBlock, at index: Int, _ definitions: inout Definitions,
    _ notebook: Notebook
  ) {
    guard let experiment = Experiment.named(Text(block.kind)) else {
      problems[index] = unknownKind(block, notebook)
      return
    }
    let body = definitions.resolve(OptionValue(block.body))
    let unknown = definitions.takeUseDiagnostics()
    let (options, found) = experiment.read(body)
    let problems = found.filter { unknown.isEmpty || !$0.isUnknownData }
    if problems.isEmpty, unknown.isEmpty {
      blocks.append(
        BlockPlan(index: index, block: block, experiment: experiment, options: options))
    } else {
      self.problems[index] =
        unknown + problems.map { Diagnostic($0, in: notebook, block: block.kindPosition) }
    }
  }

  /// The error of a block whose kind is neither an experiment nor a definition.
  private func unknownKind(_ block: ExperimentBlock, _ notebook: Notebook) -> [Diagnostic] {
    let name = Text(block.kind)
    guard Experiment.named(name) == nil, DefinitionKind.named(name) == nil else { return [] }
    let known = Experiment.all.map { $0.name.text } + DefinitionKind.all.map { $0.name.text }
    let problem = OptionProblem(
      .unknownExperiment(name, known: known), at: OptionValue.Place(block.kindPosition))
    return [Diagnostic(problem, in: notebook, block: block.kindPosition)]
  }

  /// Validates a definition where it stands, so that its errors are found even if nothing uses it.
  private mutating func check(
    _ block: ExperimentBlock, of kind: DefinitionKind, at index: Int,
    _ definitions: inout Definitions,
    _ notebook: Notebook
  ) {
    let body = definitions.resolve(kind.body(OptionValue(block.body)))
    let unknown = definitions.takeUseDiagnostics()
    let found = kind.problems(of: body).filter { unknown.isEmpty || !$0.isUnknownData }
    if !found.isEmpty || !unknown.isEmpty {
      problems[index] =
        unknown + found.map { Diagnostic($0, in: notebook, block: block.kindPosition) }
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
  /// Whether it is the data's name that was already reported with the labels of the notebook.
  fileprivate var isUnknownData: Bool {
    if case .unknownKind("data", _, _) = kind { return true }
    return false
  }
}
