import Datasets
import Experiments
import Notebook
import Plotting

/// Makes the cache keys of planned blocks.
struct BlockKeys {
  private let plan: ProjectPlan
  private let datasets: DatasetLibrary
  private let byID: [BlockID: BlockPlan]

  init(_ plan: ProjectPlan, _ datasets: DatasetLibrary) {
    self.plan = plan
    self.datasets = datasets
    byID = Dictionary(uniqueKeysWithValues: plan.blocks.map { ($0.id, $0) })
  }

  /// All that the result of `block` depends on.
  ///
  /// - Parameter engine: the build of nnbook; nil leaves it out, for what outlives a build.
  /// - Throws: `DatasetError` if a file of data cannot be read.
  func key(
    of block: BlockPlan, engine: String? = EngineIdentity.current
  ) throws(DatasetError) -> CacheKey {
    var parts = engine.map { [KeyPart(name: "engine", value: $0)] } ?? []
    parts += [
      KeyPart(name: "experiment", value: String(block.experiment.name.text)),
      KeyPart(name: "seed", value: "\(block.seed)"),
    ]
    let options = NormalizedOptions(block.options, schema: block.experiment.options)
    parts += options.entries.map { KeyPart(name: "option \($0.name)", value: $0.value) }
    for file in try datasets.files(at: try plan.dataPaths(of: block)) {
      parts.append(KeyPart(name: "data \(file.name)", value: file.digest))
    }
    for (number, id) in block.upstream.enumerated() {
      guard let upstream = byID[id] else { continue }
      // Its name in the notebook is shown in figures, so that it counts too.
      let label = upstream.block.options.label ?? ""
      let digest = try key(of: upstream, engine: engine).digest
      parts.append(KeyPart(name: "run[\(number + 1)] \(label)", value: digest))
    }
    for (number, id) in block.shown.enumerated() {
      guard let shown = byID[id] else { continue }
      let digest = try key(of: shown, engine: engine).digest
      parts.append(KeyPart(name: "numbers[\(number + 1)] \(shown.name)", value: digest))
    }
    return CacheKey(parts)
  }

  /// All that the drawings of `block` depend on: its result, which are shown, and how they
  /// are laid out.
  func drawingKey(
    of block: BlockPlan, engine: String? = EngineIdentity.current
  ) throws(DatasetError) -> CacheKey {
    let key = try key(of: block, engine: engine)
    let figures = block.block.options.figures.map { KeyPart(name: "figure", value: $0) }
    let layout = block.layout.keyParts + figures
    return layout.isEmpty ? key : CacheKey(key.parts + layout)
  }
}
