import Notebook

/// What every renderer of a page looks things up in.
struct PageContext {
  /// What the page is made from.
  let report: Report
  /// Its numbers, names and anchors.
  let references: CrossReferences

  /// The context of a page for `report`.
  init(_ report: Report) {
    precondition(
      report.outcomes.count == report.notebook.blocks.count,
      "\(report.outcomes.count) outcomes of \(report.notebook.blocks.count) blocks")
    self.report = report
    references = CrossReferences(report)
  }

  /// The notebook's name without its folders.
  var fileName: String { report.notebook.fileName }

  /// The last component of the path of the file in which a place lies.
  func fileName(of position: SourcePosition?) -> String {
    report.notebook.file(of: position).name
  }
}
