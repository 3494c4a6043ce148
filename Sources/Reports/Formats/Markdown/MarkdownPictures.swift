import Notebook

/// The author's own pictures as files beside a Markdown report.
struct MarkdownPictures {
  let context: PageContext
  /// The folder of the files, seen from the Markdown file; percent-encoded.
  let folder: String

  /// One a picture that can be shown: its file's name and what is in it.
  var files: [(name: String, bytes: [UInt8])] {
    let pictures = context.report.notebook.pictures
    return pictures.indices.filter { !pictures[$0].bytes.isEmpty }.map { index in
      (name(index), pictures[index].bytes)
    }
  }

  /// A picture within a line; of one that cannot be shown, its text alternative.
  func inline(_ picture: Picture) -> String {
    let words = picture.alternative ?? picture.content.plainText
    let alternative = MarkdownText.escape(words)
    guard let address = address(of: picture) else { return alternative }
    let title = MarkdownText.escape(picture.title).replacing("\"", with: "\\\"")
    return "![\(alternative)](\(address)\(title.isEmpty ? "" : " \"\(title)\""))"
  }

  private func address(of picture: Picture) -> String? {
    let notebook = context.report.notebook
    guard let path = notebook.path(of: picture) else {
      return context.report.neighbours.destination(picture.source).map(MarkdownText.address)
    }
    guard let index = notebook.pictures.firstIndex(where: { $0.path == path }),
      !notebook.pictures[index].bytes.isEmpty
    else { return nil }
    return MarkdownText.address("\(folder)/\(URLPath.encoded(name(index)))")
  }

  /// Two folders may hold files of the same name: the number tells them apart.
  private func name(_ index: Int) -> String {
    let path = context.report.notebook.pictures[index].path
    return "picture-\(index + 1)-\(path.split(separator: "/").last ?? "")"
  }
}
