/// A place in a file; lines and columns count from 1, columns in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The file: an index into `Notebook.files`, 0 for the notebook itself.
  public var file: Int
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// A place; of the notebook itself if no file is given.
  public init(line: Int, column: Int, file: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// In an earlier file, or earlier in the same one.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
