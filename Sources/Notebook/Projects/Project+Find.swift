extension Project {
  /// What a project file is called.
  public static let fileName = "nnbook.yml"

  /// The project file of a notebook or folder: that of the nearest folder upwards that has one.
  ///
  /// The root and the user's home belong to no project unless the notebook stands right there: a
  /// file left in them would open everything below to any notebook.
  ///
  /// - Returns: the file as the user would name it, nil if there is none.
  public static func find(from path: String, files: FileReader = .disk) -> String? {
    let isFolder = files.names(path) != nil
    let named = isFolder ? path : FilePath.folder(of: path)
    let start = files.realPath(named.isEmpty ? "." : named)
    var folder = start
    while folder == start || (folder != "/" && folder != files.home) {
      let candidate = FilePath.joined(folder, fileName)
      if files.exists(candidate) {
        return FilePath.name(of: candidate, seenFrom: files.realPath("."))
      }
      if folder == "/" { return nil }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }
}
