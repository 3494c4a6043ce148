import Datasets
import Notebook

/// A file of data as a notebook names it.
struct NamedFile: Sendable {
  /// The path as it is written.
  let written: String
  /// The notebook, to whose folder it is relative.
  let notebook: String
  /// Whether files outside of the project and of `NNBOOK_DATA` may be read.
  let isTrusted: Bool

  /// Where it is.
  var place: String {
    let folder = FilePath.folder(of: notebook)
    return written.hasPrefix("/") || folder.isEmpty ? written : "\(folder)/\(written)"
  }

  /// Where it is, if it may be read.
  ///
  /// - Throws: `outsideProject`.
  func path() throws(DatasetError) -> String {
    guard isTrusted || allowedFolders.contains(where: { $0.contains(place) }) else {
      throw .outsideProject(path: place)
    }
    return place
  }

  /// The folders whose files a notebook may read: its project's and `NNBOOK_DATA`.
  private var allowedFolders: [ProjectFolder] {
    [ProjectFolder(ofNotebook: notebook)] + (DataFolders.own.map { [ProjectFolder($0)] } ?? [])
  }
}
