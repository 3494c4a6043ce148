import Experiments
import Notebook

/// Writes what a block shows: errors, figures with claims and tools, diagnoses.
struct BlockRenderer {
  let context: PageContext

  init(_ context: PageContext) { self.context = context }

  /// The block with that index in the notebook; empty if it shows nothing.
  func html(_ index: Int) -> HTML {
    let shown = context.references.blocks[index]
    guard shown.isVisible else { return "" }
    let figures = figures(index)
    guard figures.isEmpty else {
      return (opening(index) + figures + diagnoses(index)).joined(separator: "\n")
    }
    let parts = opening(index) + withoutFigure(index) + diagnoses(index)
    let inside = parts.joined(separator: "\n")
    return "<div class=\"block\" id=\"\(shown.anchor)\">\n\(inside)\n</div>"
  }

  /// What stands above the results: the source if it is not to be folded, and what went wrong.
  private func opening(_ index: Int) -> [HTML] {
    let source = showsOpenSource(index) ? [SourceRenderer(context: context).listing(index)] : []
    let diagnostics = context.report.outcomes[index].diagnostics
    return source + diagnostics.map(ErrorBox(context).html)
  }

  private func figures(_ index: Int) -> [HTML] {
    let figures = context.references.blocks[index].figures
    let renderer = FigureRenderer(context: context, block: index)
    let group = context.references.blocks[index].group
    let columns = context.report.notebook.blocks[index].options.layoutColumns ?? 1
    // What belongs to all figures stands below the last one, or below the columns.
    let isShared = group != nil || columns > 1 && figures.count > 1
    let drawn = figures.indices.map { position in
      let isLast = position == figures.count - 1
      return renderer.html(
        position, claims: isLast && !isShared ? claims(index) : "",
        source: isLast ? foldedSource(index, isAlone: false) : "")
    }
    guard isShared else { return drawn }
    let inside = drawn.joined(separator: "\n")
    if let group { return [renderer.group(group, inside, after: claims(index))] }
    return [renderer.columns(inside), claims(index)].filter { !$0.isEmpty }
  }

  private func withoutFigure(_ index: Int) -> [HTML] {
    let source = foldedSource(index, isAlone: true)
    let tools: HTML = source.isEmpty ? "" : "<div class=\"tools\">\(source)</div>"
    return [claims(index), tools].filter { !$0.isEmpty }
  }

  private func claims(_ index: Int) -> HTML { ClaimsRenderer(context: context).html(index) }

  private func diagnoses(_ index: Int) -> [HTML] {
    guard context.report.showsResults(index), let result = context.report.outcomes[index].result
    else { return [] }
    let anchor = context.references.blocks[index].anchor
    return result.diagnoses.enumerated().map { number, diagnosis in
      DiagnosisRenderer.html(diagnosis, id: "\(anchor)-diagnosis-\(number + 1)")
    }
  }

  private func foldedSource(_ index: Int, isAlone: Bool) -> HTML {
    guard context.report.echoes(index), !showsOpenSource(index) else { return "" }
    return SourceRenderer(context: context).fold(index, isAlone: isAlone)
  }

  /// A block that was not run has nothing else to show than its source.
  private func showsOpenSource(_ index: Int) -> Bool {
    let fold = context.report.notebook.blocks[index].options.codeFold ?? true
    return context.report.echoes(index) && (!fold || !context.report.evaluates(index))
  }
}
