import ArgumentParser
import Notebook

/// The forms in which a report is written.
enum ReportFormat: String, CaseIterable {
  case html, ipynb, md, json, pdf

  /// The formats of `--to`, in order, each once; by the ending of `-o` if there is no `--to`.
  ///
  /// - Throws: `ValidationError` for a name that is none, and for several formats in one file.
  static func formats(_ list: String?, output: String?) throws -> [ReportFormat] {
    guard let list else { return [output.flatMap(named(by:)) ?? .html] }
    var formats: [ReportFormat] = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(word).lowercased()
      guard let format = ReportFormat(rawValue: name) else { throw unknown(String(word)) }
      if !formats.contains(format) { formats.append(format) }
    }
    guard output == nil || formats.count == 1 else {
      throw ValidationError("-o names one file, but --to \(formats.count) formats")
    }
    return formats
  }

  private static func named(by path: String) -> ReportFormat? {
    path.split(separator: ".").last.flatMap { ReportFormat(rawValue: $0.lowercased()) }
  }

  private static func unknown(_ name: String) -> ValidationError {
    let note = suggestion(for: name, among: allCases.map(\.rawValue)) ?? ""
    return ValidationError("--to: no format is called '\(name)'; \(note)")
  }

  /// The file of this format beside a page: `notes.ipynb` beside `notes.html`.
  func path(beside page: String) -> String {
    page.hasSuffix(".html") ? page.dropLast("html".count) + rawValue : page
  }
}
