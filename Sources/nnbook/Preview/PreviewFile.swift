import Foundation

/// A file that a preview serves and that is no page of a notebook.
enum PreviewFile: Sendable, Equatable {
  /// One that nnbook made.
  case text(Data, type: String)
  /// One of the project to which a page links, read when somebody asks for it.
  case disk(String)

  /// What it holds, and its media type; nil if it cannot be read.
  var content: (data: Data, type: String)? {
    switch self {
    case .text(let data, let type): (data, type)
    case .disk(let path):
      (try? Data(contentsOf: URL(filePath: path, directoryHint: .notDirectory))).map {
        ($0, Self.type(of: path))
      }
    }
  }

  /// The media type of a file; bytes to be saved if nobody knows it.
  static func type(of path: String) -> String {
    let ending = path.split(separator: "/").last?.split(separator: ".").last ?? ""
    return types[ending.lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8", "gif": "image/gif",
    "html": "text/html; charset=utf-8", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8", "json": "application/json", "pdf": "application/pdf",
    "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "webp": "image/webp", "xml": "application/xml",
  ]
}
