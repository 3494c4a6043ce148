import Notebook
import NotebookRunner
import Reports

extension Report {
  /// The report of a run; `source` is the notebook as the user named it.
  init(_ run: NotebookRun, source: String) {
    let file = source.split(separator: "/").last ?? ""
    self.init(
      notebook: run.notebook,
      outcomes: run.blocks.map { block in
        BlockOutcome(
          result: block.result, checks: block.checks, diagnostics: block.diagnostics)
      },
      provenance: Provenance(
        program: NNBook.version,
        digest: Provenance.digest(of: run.notebook.files.map(\.source).joined()),
        seed: run.notebook.frontMatter.execute.seed, command: "nnbook render \(file)"))
  }
}
