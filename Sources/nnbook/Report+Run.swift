import Foundation
import Notebook
import NotebookRunner
import Reports

extension Report {
  /// The report of a run; `source` is the notebook as the user named it.
  init(_ run: NotebookRun, source: String) {
    let file = URL(filePath: source).lastPathComponent
    self.init(
      notebook: run.notebook,
      outcomes: run.blocks.map { block in
        BlockOutcome(
          result: block.result, checks: block.checks, diagnostics: block.diagnostics)
      },
      provenance: Provenance(
        program: NNBook.version, digest: Provenance.digest(of: run.notebook.source),
        seed: run.notebook.frontMatter.execute.seed, command: "nnbook render \(file)"))
  }
}

extension NotebookRun {
  /// Everything that was found, of the notebook and of its blocks.
  var allDiagnostics: [Diagnostic] { diagnostics + blocks.flatMap { $0.diagnostics } }
}

extension [Diagnostic] {
  /// Sorted by their place in the file, each once.
  var inFileOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let start = SourcePosition(line: 0, column: 0)
    return filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      let (a, b) = (left.element.position ?? start, right.element.position ?? start)
      return a == b ? left.offset < right.offset : a < b
    }.map { $0.element }
  }
}
