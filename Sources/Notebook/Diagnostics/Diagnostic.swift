/// A place in a file; lines and columns count from 1, columns in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier in the file.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What is wrong, where, and what would be right.
public struct Diagnostic: Sendable, Error, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// The file as the user named it.
  public var path: String
  /// Where in the file; nil when the file as a whole is meant.
  public var position: SourcePosition?
  /// How bad it is.
  public var severity: Severity
  /// What was found and what was expected, in one sentence without a full stop.
  public var message: String
  /// A suggestion or the list of known names, one sentence; nil if there is none.
  public var note: String?

  /// A diagnostic.
  public init(
    path: String, position: SourcePosition?, severity: Severity = .error, message: String,
    note: String? = nil
  ) {
    self.path = path
    self.position = position
    self.severity = severity
    self.message = message
    self.note = note
  }

  /// `path:line:column: error: message; note`.
  public var line: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(path)\(place): \(severity.rawValue): \(message)" + (note.map { "; \($0)" } ?? "")
  }
}
