import Experiments
import Notebook
import Plotting

extension ProjectPlan {
  /// What the page of a live block needs.
  func live(
    _ block: ExperimentBlock, _ experiment: Experiment, _ body: OptionValue, _ id: BlockID
  ) -> LiveBlock {
    // What an author names is not folded away.
    var controls = block.options.controls.compactMap { experiment.control(Text($0))?.unfolded }
    if controls.isEmpty { controls = experiment.controls }
    if !controls.contains(where: { $0.name.matches("seed") }), experiment.usesSeed(body) {
      controls += experiment.control("seed").map { [$0] } ?? []
    }
    let shown = controls.filter { !$0.isFolded && $0.value(in: body, of: experiment) != nil }
    let layout = FigureLayout(block.options, controls: shown.count > 8 ? .many : .few)
    return LiveBlock(
      experiment, body: body, seed: notebooks[id.notebook].frontMatter.execute.seed,
      isQuick: profiles[id.notebook] == .quick, layout: layout, controls: controls)
  }

  /// The controls of a live block that its experiment does not have.
  func unknownControls(
    _ block: ExperimentBlock, _ experiment: Experiment, _ id: BlockID
  ) -> [Diagnostic] {
    guard block.options.live == true else { return [] }
    return block.options.controls.filter { experiment.control(Text($0)) == nil }.map {
      unknownControl($0, experiment, block, id)
    }
  }

  private func unknownControl(
    _ name: String, _ experiment: Experiment, _ block: ExperimentBlock, _ id: BlockID
  ) -> Diagnostic {
    let note = suggestion(for: Text(name), among: experiment.controlNames).map { String($0) }
    let position = CellOptionLines(block).position(of: "controls") ?? block.kindPosition
    return places.diagnostic(
      of: id.notebook, at: position, "{\(block.kind)} has no control '\(name)'", note: note)
  }
}

/// Why a block cannot be operated in a page; nil if it can.
func reasonAgainstLive(
  _ block: CellOptions, _ experiment: Experiment, _ options: Options, _ body: OptionValue
) -> String? {
  guard Experiment.live.contains(where: { $0.name.text == experiment.name.text }) else {
    return "a {\(String(experiment.name.text))} block cannot run in a page"
  }
  if !block.subcaptions.isEmpty {
    return "a figure with captions of its drawings cannot be drawn again in a page"
  }
  if !block.figures.isEmpty { return "a page draws all figures of a block or none again" }
  if options.externalData != nil { return "a page cannot read data files" }
  let problems = experiment.read(body, layers: Catalogs.liveLayers).problems
  return problems.isEmpty ? nil : "the engine in a page has no such layers"
}
