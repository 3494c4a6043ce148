import Notebook

/// Writes the source of blocks, fences included, as it stands in the notebook.
struct SourceRenderer {
  let context: PageContext

  /// The source as a listing.
  func listing(_ index: Int) -> HTML {
    let block = context.report.notebook.blocks[index]
    return ListingRenderer(context: context)
      .html(context.report.notebook.text(block.lines), block.lines, id: anchor(index))
  }

  /// The source behind a fold, one of the tools below a figure; `isAlone` if there is none, so
  /// that the fold has to say what it is of.
  func fold(_ index: Int, isAlone: Bool) -> HTML {
    let block = context.report.notebook.blocks[index]
    let name: HTML = isAlone ? "Source of \(block.options.label ?? block.kind)" : "Source"
    return """
      <details><summary>\(name), line \(block.lines.lowerBound)</summary>
      \(listing(index))
      </details>
      """
  }

  /// The id of a block's source.
  func anchor(_ index: Int) -> String { context.references.blocks[index].anchor + "-source" }
}

extension Notebook {
  /// The lines of the file in `range`, counted from 1; fewer if the file ends before.
  func text(_ range: ClosedRange<Int>) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let first = max(0, range.lowerBound - 1)
    return lines.dropFirst(first).prefix(range.upperBound - first).joined(separator: "\n")
  }
}
