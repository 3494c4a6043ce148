import Datasets
import Experiments
public import Notebook
import Plotting

extension NotebookRunner {
  /// Why a block cannot be explained.
  public struct ExplanationProblem: Error, Equatable {
    /// One sentence without a full stop.
    public var message: String
  }

  /// Whether a block would run, and what changed since it last did, in lines.
  ///
  /// - Parameter label: the block's label, or its kind and number as in `train 3`.
  public func explain(
    _ label: String, in notebooks: [Notebook], found: [[Diagnostic]]
  ) -> Result<[String], ExplanationProblem> {
    let plan = ProjectPlan(notebooks, found: found, profile: profile)
    let fitting = plan.blocks.filter { RunLog.name(of: $0) == label }
    guard !fitting.isEmpty else {
      let names = plan.blocks.map { Text(RunLog.name(of: $0)) }
      let note = suggestion(for: Text(label), among: names).map { "; \(String($0))" } ?? ""
      return .failure(ExplanationProblem(message: "no block that runs is called '\(label)'\(note)"))
    }
    let keys = BlockKeys(plan, datasets)
    return .success(fitting.flatMap { explain($0, keys, notebooks[$0.id.notebook]) })
  }

  private func explain(_ block: BlockPlan, _ keys: BlockKeys, _ notebook: Notebook) -> [String] {
    let variant = notebook.variant.isEmpty ? "" : " (\(notebook.variantName))"
    let place =
      "\(notebook.path):\(block.block.kindPosition.line): \(RunLog.name(of: block))\(variant)"
    let key: CacheKey
    do throws(DatasetError) {
      key = try keys.drawingKey(of: block)
    } catch {
      return ["\(place) cannot run: \(error.words { nearestName(to: $0, in: $1) }.message)"]
    }
    let last = log?.entries(of: notebook)[RunLog.name(of: block)]?.dependencies
    return ["\(place) \(verdict(block, key))"] + changes(from: last, to: key.parts)
  }

  private func verdict(_ block: BlockPlan, _ key: CacheKey) -> String {
    guard let cache, block.usesCache else { return "runs every time: its results are not stored" }
    if cache.has(.drawings, key) { return "does not run: its result is stored" }
    if cache.has(.records, key) { return "is only drawn again: what it measured is stored" }
    return "would run"
  }

  private func changes(from old: [KeyPart]?, to new: [KeyPart]) -> [String] {
    guard let old else { return ["  it has not run here before"] }
    let changes = new.changes(since: old)
    return changes.isEmpty ? ["  nothing changed since it last ran"] : changes.map { "  " + $0 }
  }
}
