/// Reads the files that the pictures of a notebook show.
struct PictureReader {
  let reader: FileReader
  let folder: ProjectFolder
  private var seen: Set<String> = []

  init(reader: FileReader, folder: ProjectFolder) {
    (self.reader, self.folder) = (reader, folder)
  }

  /// Adds the files to the notebook, each once; what cannot be shown is reported where it stands first.
  mutating func read(into notebook: inout Notebook, diagnostics: inout Diagnostics) {
    for picture in notebook.shownPictures {
      guard let path = notebook.path(of: picture), seen.insert(path).inserted else { continue }
      var file = PictureFile(path: path, type: "", bytes: [])
      do throws(PictureProblem) {
        file = try self.file(path)
      } catch {
        diagnostics.report(.picture(picture.source, error), at: picture.position)
      }
      // A file that is missing is there too: whoever watches the files wants to know of it.
      notebook.pictures.append(file)
    }
  }

  private func file(_ path: String) throws(PictureProblem) -> PictureFile {
    guard folder.contains(path) else { throw .outside }
    switch reader.bytes(path, PictureFile.sizeLimit) {
    case .failure(.missing):
      throw .missing(nearest: reader.nearestFile(to: path, written: path))
    case .failure(.directory): throw .directory
    case .failure(let problem): throw .unreadable(problem.words.message)
    case .success(let bytes):
      guard bytes.count <= PictureFile.sizeLimit else { throw .tooLarge(PictureFile.sizeLimit) }
      guard let type = PictureFile.type(of: bytes) else { throw .unknownType }
      return PictureFile(path: path, type: type, bytes: bytes)
    }
  }
}

extension Notebook {
  /// The pictures of the prose, in the order of the text.
  var shownPictures: [Picture] {
    Inline.all(in: allElements.flatMap(\.inlines)).compactMap { inline in
      if case .image(let picture) = inline { picture } else { nil }
    }
  }
}

/// Why a picture cannot be shown.
enum PictureProblem: Error, Equatable {
  case missing(nearest: String?), directory, outside, unknownType
  case unreadable(String)
  case tooLarge(Int)

  /// What is wrong, without a full stop, and what would be right.
  var words: (message: String, note: String?) {
    switch self {
    case .missing(let nearest):
      ("there is no such file", nearest.map { "did you mean '\($0)'?" })
    case .directory: ("this is a folder", nil)
    case .outside:
      (
        "it lies outside of the project",
        "only files in the folder of 'nnbook.yml', or without one in the notebook's, are read"
      )
    case .unknownType: ("this is none of PNG, JPEG, GIF, WebP and SVG", nil)
    case .unreadable(let reason): (reason, nil)
    case .tooLarge(let limit):
      ("the file is larger than \(limit >> 20) MiB, which is the limit", nil)
    }
  }
}
