import Notebook

/// A notebook as it runs: as it stands, or as one variant of its matrix.
struct RenderJob {
  let task: RenderTask
  let notebook: Notebook
  /// What reading found.
  let found: [Diagnostic]
  /// Where its report goes.
  let report: String

  /// - Parameters:
  ///   - read: the notebook and what reading found.
  ///   - variant: the values of its matrix; none for a notebook as it stands.
  init(
    _ task: RenderTask, _ read: (notebook: Notebook, found: [Diagnostic]),
    variant: Matrix.Variant = []
  ) {
    var notebook = read.notebook
    notebook.variant = variant
    self.task = task
    self.notebook = notebook
    found = read.found
    report = variant.isEmpty ? task.report : task.report(of: notebook.variantSuffix)
  }

  /// Whether it is one of several variants.
  var isVariant: Bool { !notebook.variant.isEmpty }

  /// "notes.md", or "notes.md (seed 1, width 8)".
  var name: String {
    isVariant ? "\(task.notebook) (\(notebook.variantName))" : task.notebook
  }
}

extension RenderTask {
  /// The report of a variant: `notes-seed-1.html` beside `notes.html`.
  fileprivate func report(of suffix: String) -> String {
    guard let dot = report.lastIndex(of: "."), !report[dot...].contains("/") else {
      return "\(report)-\(suffix)"
    }
    return "\(report[..<dot])-\(suffix)\(report[dot...])"
  }
}
