/// Why a file could not be read as text.
public enum FileProblem: Error, Sendable, Equatable {
  /// Nothing is there.
  case missing
  /// Symbolic links that lead back to themselves.
  case linkLoop
  /// A folder stands where a file was expected.
  case directory
  /// The system's reason.
  case unreadable(String)
  /// More bytes than the limit.
  case tooLarge(limit: Int)
  /// A zero byte.
  case binary
  /// The first byte that begins no character, counted from 0.
  case notUTF8(offset: Int)
}

extension FileProblem {
  /// The problem as a sentence without a full stop, and a suggestion.
  package var words: (message: String, note: String?) {
    switch self {
    case .missing: ("there is no such file", nil)
    case .linkLoop: ("the symbolic links of the path lead in a circle", nil)
    case .directory: ("this is a directory, not a notebook", nil)
    case .unreadable(let reason): ("the file cannot be read: \(reason)", nil)
    case .tooLarge(let limit):
      ("the file is larger than \(limit >> 20) MiB, which is the limit", nil)
    case .binary: ("this is a binary file, not a notebook: it holds a zero byte", nil)
    case .notUTF8(let offset):
      ("the file is not UTF-8: byte \(offset) begins no character", "save it as UTF-8")
    }
  }
}
