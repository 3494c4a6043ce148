import Foundation
import Notebook
import NotebookRunner
import Reports

extension ReportPage {
  /// The files of the report in a format, the report itself first.
  ///
  /// - Parameter path: of the page, beside which they are.
  /// - Throws: `Chromium.Problem` and the system's errors, for PDF.
  func files(_ format: ReportFormat, beside path: String) throws -> [OutputFile] {
    let file = format.path(beside: path)
    switch format {
    case .html: return [OutputFile(path: file, data: bytes())]
    case .ipynb: return [OutputFile(path: file, text: JupyterReport.render(report, source: source))]
    case .json: return [OutputFile(path: file, text: JSONReport.render(report))]
    case .md:
      let folder = "\(Self.stem(of: file))_files"
      let written = MarkdownReport.render(report, figures: Self.name(of: folder))
      return [OutputFile(path: file, text: written.text)]
        + written.files.map { OutputFile(path: "\(folder)/\($0.name)", data: Data($0.bytes)) }
    case .pdf: return [OutputFile(path: file, data: try Chromium().pdf(of: alone))]
    }
  }

  /// The page of a report that stands alone, which needs no other files to be printed.
  private var alone: Data {
    var report = report
    report.place?.sharesAssets = false
    return Data(HTMLReport.render(report).utf8)
  }

  /// The notebook as it is on disk, its line ends included.
  private var source: String {
    let path = run.notebook.path
    return (try? FileReader.disk.text(of: path, limit: NotebookReader.sizeLimit))
      ?? run.notebook.files[0].source
  }

  private static func stem(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
    return String(path[..<dot])
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
