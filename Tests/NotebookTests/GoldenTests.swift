import Foundation
import Notebook
import TestSupport
import Testing

/// Every notebook in `Goldens` against its tree and its diagnostics.
///
/// A `.md` file is a case. Its `.tree` holds the document, its `.diagnostics` what is wrong with
/// it; a case without wrongs has no `.diagnostics`.
struct GoldenTests {
  static let folder = goldenFolder()

  @Test(
    "A notebook reads as its goldens say", arguments: goldenNames(in: folder, withExtension: "md"))
  func readsAsRecorded(name: String) {
    let file = Self.folder.appendingPathComponent(name)
    let path = file.appendingPathExtension("md").path
    let (notebook, diagnostics) = NotebookReader.read(contentsOf: path)
    expectGolden(TreeDump.text(of: notebook), file.appendingPathExtension("tree"))
    let golden = file.appendingPathExtension("diagnostics")
    guard !diagnostics.isEmpty || FileManager.default.fileExists(atPath: golden.path) else {
      return
    }
    expectGolden(text(diagnostics, of: notebook), golden)
  }

  /// The diagnostics with their excerpts, files named from the folder of goldens.
  private func text(_ diagnostics: [Diagnostic], of notebook: Notebook) -> String {
    let renderer = DiagnosticRenderer(notebook)
    return diagnostics.map { diagnostic in
      renderer.text(of: diagnostic) + "\n"
    }.joined().replacing(Self.folder.path + "/", with: "")
  }
}
