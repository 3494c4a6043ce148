/// One of the files that a notebook was read from.
public struct NotebookFile: Sendable, Equatable {
  /// The file as the user would name it from where he stands.
  public var path: String
  /// Its whole text, line ends as `\n`, without a byte order mark; empty if it cannot be read.
  public var source: String

  /// A file.
  public init(path: String, source: String) {
    self.path = path
    self.source = source
  }
}
