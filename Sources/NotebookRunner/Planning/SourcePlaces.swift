import Experiments
import Notebook

/// Turns positions of several notebooks into places of options and back.
struct SourcePlaces: Sendable {
  private let paths: [String]

  init(_ notebooks: [Notebook]) { paths = notebooks.map(\.path) }

  /// A value of a notebook with its places.
  func value(_ node: ConfigurationNode, of notebook: Int) -> OptionValue {
    OptionValue(node, file: notebook)
  }

  /// A problem as a diagnostic; without a place of its own it stands at `position` of `notebook`.
  func diagnostic(
    _ problem: OptionProblem, of notebook: Int, at position: SourcePosition
  ) -> Diagnostic {
    diagnostic(
      of: notebook, at: position, instead: problem.place, String(problem.message),
      note: problem.note.map { String($0) })
  }

  /// A diagnostic at a place of an option, or else at a position of the notebook.
  func diagnostic(
    of notebook: Int, at position: SourcePosition, instead place: OptionValue.Place? = nil,
    severity: Diagnostic.Severity = .error, _ message: String, note: String? = nil
  ) -> Diagnostic {
    let path = paths[place.map { Int($0.file) } ?? notebook]
    return Diagnostic(
      path: path, position: place.map { SourcePosition($0) } ?? position, severity: severity,
      message: message, note: note)
  }

  /// `notes.md:12:3`
  func text(_ position: SourcePosition, of notebook: Int) -> String {
    "\(paths[notebook]):\(position.line):\(position.column)"
  }
}
