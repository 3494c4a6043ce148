import Notebook

/// Writes the source of blocks, fences included, as it stands in the notebook.
struct SourceRenderer {
  let context: PageContext

  /// The source as a listing.
  func listing(_ index: Int) -> HTML {
    let block = context.report.notebook.blocks[index]
    return ListingRenderer(context: context)
      .html(coloured(block), block.lines, file: block.kindPosition.file, id: anchor(index))
  }

  /// The fences as comments, what is between them as YAML, to which `#|` lines are comments.
  private func coloured(_ block: ExperimentBlock) -> HTML {
    let lines = context.source(of: block).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, let first = lines.first, let last = lines.last else {
      return "\(context.source(of: block))"
    }
    let body = lines.dropFirst().dropLast().joined(separator: "\n")
    let inside: HTML =
      lines.count == 2
      ? "" : ListingRenderer(context: context).coloured(body, in: "yaml") + "\n"
    return """
      <span class="hc">\(String(first))</span>
      \(inside)<span class="hc">\(String(last))</span>
      """
  }

  /// The source behind a fold, one of the tools below a figure; `isAlone` if there is none, so
  /// that the fold has to say what it is of.
  func fold(_ index: Int, isAlone: Bool) -> HTML {
    let block = context.report.notebook.blocks[index]
    let name: HTML = isAlone ? "Source of \(block.options.label ?? block.kind)" : "Source"
    let place: HTML =
      block.kindPosition.file == 0 ? "" : " of \(context.fileName(of: block.kindPosition))"
    return """
      <details><summary>\(name), line \(block.lines.lowerBound)\(place)</summary>
      \(listing(index))
      </details>
      """
  }

  /// The id of a block's source.
  func anchor(_ index: Int) -> String { context.references.blocks[index].anchor + "-source" }
}
