/// What was found wrong with one notebook so far, whichever of its files it stands in.
struct Diagnostics {
  /// The files as the user would name them, the notebook first; `SourcePosition.file` holds indices.
  private(set) var paths: [String]
  private var found: [Diagnostic] = []

  init(path: String) {
    paths = [path]
  }

  /// The same files, and nothing found yet.
  var cleared: Diagnostics {
    var diagnostics = self
    diagnostics.found = []
    return diagnostics
  }

  /// Makes a further file known.
  ///
  /// - Returns: its index.
  mutating func add(path: String) -> Int {
    paths.append(path)
    return paths.count - 1
  }

  mutating func report(_ problem: Problem, at position: SourcePosition?) {
    let words = problem.words
    found.append(
      Diagnostic(
        path: path(of: position), position: position, severity: problem.severity,
        message: words.message, note: words.note))
  }

  /// Whether nothing was found.
  var isEmpty: Bool { found.isEmpty }

  /// Takes over what was found elsewhere in the same files.
  mutating func add(_ other: Diagnostics) {
    found += other.found
  }

  /// Takes over what was found in text that stands at a place.
  mutating func add(_ other: Diagnostics, at position: SourcePosition) {
    for var diagnostic in other.found {
      diagnostic.position = position
      diagnostic.path = path(of: position)
      found.append(diagnostic)
    }
  }

  /// The file in which a place lies; the notebook for no place.
  func path(of position: SourcePosition?) -> String { paths[position?.file ?? 0] }

  /// By place, what concerns the notebook as a whole first; what stands at one place keeps its
  /// order.
  var sorted: [Diagnostic] {
    let start = SourcePosition(line: 0, column: 0)
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.position ?? start, right.element.position ?? start)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
