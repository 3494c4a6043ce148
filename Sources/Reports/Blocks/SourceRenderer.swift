import Notebook

/// Writes the source of blocks, fences included, as it stands in the notebook.
struct SourceRenderer {
  let context: PageContext

  /// The source as a listing.
  func listing(_ index: Int) -> HTML {
    let block = context.report.notebook.blocks[index]
    return ListingRenderer(context: context)
      .html(
        context.source(of: block), block.lines, file: block.kindPosition.file,
        id: anchor(index))
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
