public import Notebook

/// What is wrong with a file of results.
public struct ResultsProblem: Error, Equatable, Sendable {
  /// The line, counted from 1; nil if the file as a whole is meant.
  public let line: Int?
  /// What was found and what was expected, in one sentence without a full stop.
  public let message: String
  /// What to do; nil if the message says it.
  public let note: String?

  init(_ message: String, line: Int? = nil, note: String? = nil) {
    self.message = message
    self.line = line
    self.note = note
  }

  /// The problem as a diagnostic of the file at `path`.
  public func diagnostic(path: String) -> Diagnostic {
    let position = line.map { SourcePosition(line: $0, column: 1) }
    return Diagnostic(path: path, position: position, message: message, note: note)
  }
}

extension ResultsProblem {
  /// The first sign of a merge that nobody settled; nil in a file without.
  ///
  /// No line of a file that nnbook wrote begins so, as text has no line ends in JSON.
  static func mergeMarker(in text: String) -> ResultsProblem? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      for mark in ["<<<<<<<", "|||||||", "=======", ">>>>>>>"] where line.hasPrefix(mark) {
        return ResultsProblem(
          "a merge is not settled: the line begins with '\(mark)'", line: number + 1,
          note: "choose a side, or render the notebook with --freeze, which writes the file anew")
      }
    }
    return nil
  }
}
