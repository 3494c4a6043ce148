import Foundation
import Reports

/// A file as it is to be on disk.
struct OutputFile {
  /// As the user would name it.
  let path: String
  let data: Data

  init(path: String, data: Data) {
    self.path = path
    self.data = data
  }

  init(path: String, text: String) { self.init(path: path, data: Data(text.utf8)) }
}
