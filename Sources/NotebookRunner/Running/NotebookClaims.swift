import Experiments
import Notebook
import Plotting

/// Checks the claims of a notebook against what its blocks found.
struct NotebookClaims {
  private enum Named {
    case result(ExperimentResult)
    case failed
    case notRun
  }

  private let notebook: Notebook
  private var results: [BlockID: ExperimentResult] = [:]
  private var byLabel: [String: Named] = [:]

  init(_ plan: ProjectPlan, _ number: Int, _ outcomes: [BlockID: BlockRun]) {
    let notebook = plan.notebooks[number]
    self.notebook = notebook
    for (index, block) in notebook.blocks.enumerated() {
      let outcome = outcomes[BlockID(notebook: number, block: index)]
      if let result = outcome?.result { results[BlockID(notebook: number, block: index)] = result }
      guard let label = block.options.label else { continue }
      byLabel[label] =
        outcome?.result.map { .result($0) }
        ?? (outcome?.diagnostics.isEmpty == false ? .failed : .notRun)
    }
  }

  /// Compares a claim of `block` with what was measured.
  ///
  /// - Returns: the comparison; or why there is none, one diagnostic a metric that is not there.
  func check(_ claim: Claim, of block: BlockPlan) -> (check: ClaimCheck?, diagnostics: [Diagnostic])
  {
    do throws(ClaimFailure) {
      let check = try claim.check { (label, name) throws(MetricFailure) in
        let result = try result(label, besides: block.id)
        guard let value = result.metric(Text(name)) else {
          throw .unknownMetric(known: result.metrics.map { String($0.name) })
        }
        return value
      }
      return (check, [])
    } catch {
      return (nil, error.diagnostics(path: notebook.path(of: claim.position)))
    }
  }

  private func result(_ label: String?, besides id: BlockID) throws(MetricFailure)
    -> ExperimentResult
  {
    guard let label else {
      guard let own = results[id] else { throw .blockNotRun }
      return own
    }
    switch byLabel[label] {
    case .result(let result): return result
    case .failed: throw .blockFailed
    case .notRun: throw .blockNotRun
    case nil: throw .unknownLabel(known: byLabel.keys.sorted())
    }
  }
}
