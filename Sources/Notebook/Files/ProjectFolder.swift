/// The folder from which a notebook may read: that of its project file, else its own.
///
/// A notebook comes from anyone, so it must not carry files of the reader's machine into a report.
/// What counts is where a path really leads: links, `..` and absolute paths are followed first.
public struct ProjectFolder: Sendable {
  /// The folder: absolute, without links and `..`.
  public let path: String
  private let files: FileReader

  /// The folder at a path.
  public init(_ path: String, files: FileReader = .disk) {
    self.path = files.realPath(path.isEmpty ? "." : path)
    self.files = files
  }

  /// The folder of a notebook: the nearest one upwards with a project file, else its own.
  public init(ofNotebook notebook: String, files: FileReader = .disk) {
    let project = Project.find(from: notebook, files: files)
    self.init(FilePath.folder(of: project ?? notebook), files: files)
  }

  /// Whether a path leads to the folder or to something below it.
  public func contains(_ path: String) -> Bool {
    FilePath.contains(self.path, files.realPath(path))
  }
}
