import Experiments
public import Notebook
import Plotting

extension Report {
  /// What the prose refers to and the notebook does not have: unknown labels, unknown metrics,
  /// formats that are none, in the order of the text; then footnotes
  /// and works that are not there, formulas that are no TeX,
  /// and listings in languages that nobody knows.
  ///
  /// Values of a block that failed are not counted: its own diagnostics say more.
  public func validate() -> [Diagnostic] {
    let context = PageContext(self)
    let references = notebook.proseInlines.compactMap { inline -> Diagnostic? in
      switch inline {
      case .reference(let label, let position): check(label, position, in: context)
      case .value(let reference): check(reference, in: context)
      default: nil
      }
    }
    return checkSubcaptions(context) + references + noteProblems() + formulaProblems()
      + listingProblems()
  }

  /// Captions of drawings must not be more than these.
  private func checkSubcaptions(_ context: PageContext) -> [Diagnostic] {
    notebook.blocks.enumerated().compactMap { index, block in
      let captions = block.options.subcaptions.count
      let figures = context.references.blocks[index].figures
      let drawings =
        figures.count == 1
        ? figures[0].figure.rows.flatMap { $0.panels }.filter { !$0.isKey }.count : figures.count
      guard drawings > 0, captions > drawings else { return nil }
      return error(
        "'fig-subcap' has \(captions) captions, but the block shows "
          + (drawings == 1 ? "1 drawing" : "\(drawings) drawings"),
        at: block.kindPosition)
    }
  }

  private func check(
    _ label: String, _ position: SourcePosition, in context: PageContext
  ) -> Diagnostic? {
    let targets = context.references.targets
    guard targets[label] == nil else {
      return ambiguity(label, position, in: context)
    }
    if let index = context.references.blockIndices[label] {
      let reason = evaluates(index) ? "it shows no figure" : "it did not run"
      return error("nothing to refer to in '@\(label)': \(reason)", at: position)
    }
    return error(
      "unknown reference '@\(label)'", at: position,
      note: suggestion(for: label, among: targets.keys.sorted(), prefix: "@") ?? Self.none)
  }

  /// A label that several other notebooks of the project have leads nowhere in particular.
  private func ambiguity(
    _ label: String, _ position: SourcePosition, in context: PageContext
  ) -> Diagnostic? {
    guard let owners = neighbours.ambiguous[label], !context.references.ownLabels.contains(label)
    else { return nil }
    return error(
      "'@\(label)' could be in \(owners.joined(separator: " or "))", at: position,
      note: "give one of them another label")
  }

  private func check(_ value: ValueReference, in context: PageContext) -> Diagnostic? {
    switch ValueLookup(value, in: context) {
    case .found, .failed: return nil
    case .unknownLabel:
      let known = context.references.blockIndices.keys.sorted()
      return error(
        "unknown block '\(value.label)' in '\(value.written)'", at: value.position,
        note: suggestion(for: value.label, among: known) ?? Self.none)
    case .unknownMetric(let known):
      return error(
        "unknown metric '\(value.metric)' of '\(value.label)'", at: value.position,
        note: suggestion(for: value.metric, among: known) ?? Self.none)
    case .notRun:
      return error(
        "no value for '\(value.written)': '\(value.label)' did not run", at: value.position)
    case .badFormat:
      return error(
        "unknown format '\(value.format ?? "")'", at: value.position,
        note: "known: %d, %i, %e, %f, %g with flags, width and precision, such as %.3g")
    }
  }

  private func error(
    _ message: String, at position: SourcePosition, note: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      path: notebook.path(of: position), position: position, message: message, note: note)
  }

  private static let none = "there are none in this notebook"
}
