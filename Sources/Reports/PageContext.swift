import Notebook

/// What every renderer of a page looks things up in.
struct PageContext {
  /// What the page is made from.
  let report: Report
  /// Its numbers, names and anchors.
  let references: CrossReferences
  /// Finds the lines that diagnostics are about.
  let excerpts: DiagnosticRenderer
  /// The lines of each file, cut once: a notebook may have thousands of blocks.
  private let lines: [[Substring]]

  /// The context of a page for `report`.
  init(_ report: Report) {
    precondition(
      report.outcomes.count == report.notebook.blocks.count,
      "\(report.outcomes.count) outcomes of \(report.notebook.blocks.count) blocks")
    self.report = report
    references = CrossReferences(report)
    excerpts = DiagnosticRenderer(report.notebook)
    lines = report.notebook.files.map {
      $0.source.split(separator: "\n", omittingEmptySubsequences: false)
    }
  }

  /// The lines of a block, fences included, as they stand in its file.
  func source(of block: ExperimentBlock) -> String {
    let range = block.lines
    let first = max(0, range.lowerBound - 1)
    return lines[block.kindPosition.file].dropFirst(first).prefix(range.upperBound - first)
      .joined(separator: "\n")
  }

  /// The notebook's name without its folders.
  var fileName: String { report.notebook.fileName }

  /// The last component of the path of the file in which a place lies.
  func fileName(of position: SourcePosition?) -> String {
    report.notebook.file(of: position).name
  }
}
