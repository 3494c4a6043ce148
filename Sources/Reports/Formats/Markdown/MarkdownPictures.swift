import Foundation
import Notebook

/// The author's own pictures as files beside a Markdown report.
struct MarkdownPictures {
  let context: PageContext
  /// The folder of the files, seen from the Markdown file; percent-encoded.
  let folder: String
  var dialect = MarkdownDialect.gitHub

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
    if dialect == .jupyter { return inCell(index) }
    return MarkdownText.address("\(folder)/\(URLPath.encoded(name(index)))")
  }

  /// Jupyter's attachments are pictures of pixels only.
  private func inCell(_ index: Int) -> String {
    let picture = context.report.notebook.pictures[index]
    guard picture.type == "image/svg+xml" else { return "attachment:\(attachment(index))" }
    return "data:image/svg+xml;base64,\(Data(picture.bytes).base64EncodedString())"
  }

  private func attachment(_ index: Int) -> String {
    let type = context.report.notebook.pictures[index].type
    return "picture-\(index + 1).\(type.split(separator: "/").last ?? "")"
  }

  /// The attachments that a cell's text names, each with its type and its bytes in base 64.
  func attachments(in text: String) -> [(name: String, type: String, base64: String)] {
    let pictures = context.report.notebook.pictures
    return pictures.indices.filter { text.contains("(attachment:\(attachment($0))") }.map { index in
      (
        attachment(index), pictures[index].type,
        Data(pictures[index].bytes).base64EncodedString()
      )
    }
  }

  /// Two folders may hold files of the same name: the number tells them apart.
  private func name(_ index: Int) -> String {
    let path = context.report.notebook.pictures[index].path
    return "picture-\(index + 1)-\(path.split(separator: "/").last ?? "")"
  }
}
