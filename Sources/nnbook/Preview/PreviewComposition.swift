import Foundation
import Notebook
import NotebookRunner
import Reports

/// A run as a preview shows it.
struct PreviewComposition {
  /// Everything that was found, of the blocks and of the words, in the order of the file.
  let diagnostics: [Diagnostic]
  /// How the notebook stands.
  let state: IndexPage.State
  /// Whether the report is one that `nnbook render` would write.
  let isGood: Bool
  /// What the page is made from.
  let report: Report

  /// - Parameters:
  ///   - project: of the notebook, for its theme.
  ///   - site: that the page belongs to; nil for none.
  ///   - neighbours: what the page knows of the others.
  init(
    _ run: NotebookRun, project: Project?, site: PreviewSite?, neighbours: PageNeighbours,
    typesetter: Typesetter
  ) {
    let (theme, found) = ThemeReader.read(run.notebook, project)
    var report = Report(run, source: run.notebook.path, typesetter: typesetter)
    report.theme = theme
    report.place = site?.place(of: run.notebook.path, theme: theme)
    report.neighbours = neighbours
    self.report = report
    diagnostics = (run.allDiagnostics + report.validate() + found).inFileOrder
    let errors = diagnostics.filter { $0.severity == .error }.count
    isGood = errors == 0 || (run.hasAllowedErrors && run.succeeded)
    let claims = run.failedClaims.filter { $0.severity == .error }.count
    if !isGood {
      state = .failed(errors == 1 ? "1 error" : "\(errors) errors")
    } else if claims > 0 {
      state = .failed(claims == 1 ? "1 claim fails" : "\(claims) claims fail")
    } else {
      state = .done
    }
  }

  /// The title of the report.
  var title: String { report.title }

  /// The errors that keep the report from being written, as boxes.
  var errors: [String] {
    isGood ? [] : report.errorBoxes(diagnostics.filter { $0.severity == .error })
  }

  /// The report with what a preview adds to it.
  func page(path: String, version: String) -> Data {
    Data(HTMLReport.render(report, adding: .preview(path: path, version: version)).utf8)
  }
}

extension PreviewPage {
  /// The page of a notebook that has not run yet.
  static func waiting(path: String, notebook: String) -> PreviewPage {
    var page = PreviewPage(path: path, notebook: notebook)
    let words = IndexPage(title: page.title, lede: "Runs for the first time.", entries: [])
    page.version = "waiting"
    page.html = Data(words.render(adding: .preview(path: path, version: page.version)).utf8)
    return page
  }
}
