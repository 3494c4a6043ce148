/// What is wrong, where, and what would be right.
public struct Diagnostic: Sendable, Error, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The notebook cannot be rendered as it is meant.
    case error
    /// Probably a mistake.
    case warning
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
