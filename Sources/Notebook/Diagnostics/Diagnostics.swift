/// What was found wrong in one file so far.
struct Diagnostics {
  /// The file as the user named it.
  let path: String
  private var found: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  mutating func report(_ problem: Problem, at position: SourcePosition?) {
    let words = problem.words
    found.append(
      Diagnostic(
        path: path, position: position, severity: problem.severity, message: words.message,
        note: words.note))
  }

  /// Takes over what was found in text that stands at a place.
  mutating func add(_ other: Diagnostics, at position: SourcePosition) {
    for var diagnostic in other.found {
      diagnostic.position = position
      found.append(diagnostic)
    }
  }

  /// By place, what concerns the whole file first; what stands at one place keeps its order.
  var sorted: [Diagnostic] {
    let start = SourcePosition(line: 0, column: 0)
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.position ?? start, right.element.position ?? start)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
