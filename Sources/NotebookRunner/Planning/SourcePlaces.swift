import Experiments
import Notebook

/// Turns positions of several notebooks into places of options and back: the files of all notebooks
/// are counted together.
struct SourcePlaces: Sendable {
  private let files: [[String]]
  /// The number of each notebook's own file.
  private let firstFiles: [Int]

  init(_ notebooks: [Notebook]) {
    files = notebooks.map { $0.files.map(\.path) }
    var (first, firstFiles) = (0, [Int]())
    for notebook in notebooks {
      firstFiles.append(first)
      first += notebook.files.count
    }
    self.firstFiles = firstFiles
  }

  /// A value of a notebook with its places.
  func value(_ node: ConfigurationNode, of notebook: Int) -> OptionValue {
    OptionValue(node, firstFile: firstFiles[notebook])
  }

  /// The file of a place, and its position there.
  private func source(_ place: OptionValue.Place) -> (path: String, position: SourcePosition) {
    let file = Int(place.file)
    let notebook = (firstFiles.lastIndex { $0 <= file }) ?? 0
    let own = file - firstFiles[notebook]
    return (
      files[notebook][own],
      SourcePosition(line: Int(place.line), column: Int(place.column), file: own)
    )
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
    let (path, position) = place.map(source) ?? (files[notebook][position.file], position)
    return Diagnostic(
      path: path, position: position, severity: severity, message: message, note: note)
  }

  /// `notes.md:12:3`
  func text(_ position: SourcePosition, of notebook: Int) -> String {
    "\(files[notebook][position.file]):\(position.line):\(position.column)"
  }
}
