import Experiments
import Notebook
import Plotting

/// Why a block cannot have its frozen result.
enum FrozenProblem: Error {
  /// There is none of its name.
  case missing(known: [String])
  /// What it depends on is not as it was, a line each.
  case changed([String])
  /// The numbers are there, the drawings are not.
  case noDrawing
  /// A number is not the one that the drawings show; the first, in words.
  case edited(String?)
  /// Its data cannot be read.
  case data(String)

  /// The problem of the block called `name`, whose numbers stand in the file at `path`.
  func message(_ name: String, path: String) -> String {
    switch self {
    case .missing(let known):
      let nearest = suggestion(for: Text(name), among: known.map { Text($0) })
      return "\(path) has no result of '\(name)'" + (nearest.map { "; \(String($0))" } ?? "")
    case .changed(let changes):
      let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
      return "'\(name)' is not what was frozen: \(changes.prefix(3).joined(separator: ", "))\(more)"
    case .noDrawing: return "the drawings of '\(name)' are missing"
    case .edited(let change):
      return "the numbers of '\(name)' in \(path) were changed by hand"
        + (change.map { ": \($0)" } ?? "")
    case .data(let reason): return "'\(name)' cannot be compared with what was frozen: \(reason)"
    }
  }

  /// What to do.
  func note(notebook: String) -> String? {
    if case .data = self { return nil }
    return "`nnbook render --freeze \(notebook)` runs it and writes its result"
  }
}
