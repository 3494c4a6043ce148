import Foundation
import Notebook
import NotebookRunner
import Reports

/// What differs between a report on disk and the one that its notebook gives today: the numbers, or
/// the first line of text.
struct ReportComparison {
  private let old: Data
  private let new: Data
  private let page: ReportPage
  private let path: String

  init(_ old: Data, _ page: ReportPage, report path: String) {
    self.old = old
    new = page.bytes()
    self.page = page
    self.path = path
  }

  /// None if both are the same bytes.
  var differences: [Diagnostic] {
    guard old != new else { return [] }
    do {
      let comparison = NumberComparison(
        from: .init(try PageNumbers(page: old)), to: .init(try PageNumbers(page: new)))
      guard !comparison.changes.isEmpty else { return [textDifference] }
      return comparison.diagnostics(path: path) { page.place(ofBlock: $0.block) }
    } catch {
      return [Diagnostic(path: path, position: nil, message: error.words)]
    }
  }

  private var textDifference: Diagnostic {
    guard let (before, after) = PageText.firstDifference(old, new) else {
      return Diagnostic(
        path: path, position: nil,
        message: "drawings or style differ, numbers and text are the same")
    }
    return Diagnostic(
      path: path, position: nil,
      message: "the text differs: it was '\(Self.short(before))', is '\(Self.short(after))'")
  }

  private static func short(_ line: String) -> String {
    line.count > 80 ? "\(line.prefix(80))…" : line
  }
}

extension PageNumbers.Problem {
  /// One sentence without a full stop.
  var words: String {
    switch self {
    case .noReport: "this is no report of nnbook"
    case .noMetrics: "the report is cut off, or an older nnbook wrote it without its metrics"
    }
  }
}
