import Foundation
import Notebook

/// Writes pictures: files beside the notebook go into the page.
struct PictureRenderer {
  let context: PageContext

  /// A picture within a line of prose; of one that the page cannot hold, its text alternative.
  func inline(_ picture: Picture) -> HTML {
    let alternative = picture.alternative ?? picture.content.plainText
    guard let address = address(picture) else {
      // A file that is not there is a mistake, a picture of another host is not.
      if context.report.notebook.path(of: picture) != nil {
        return "<span class=\"unknown\">\(picture.source)</span>"
      }
      return "<span class=\"image\">\(alternative.isEmpty ? "Image" : alternative)</span>"
    }
    let file = context.report.notebook.file(of: picture)
    let size: HTML =
      file?.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
    let style: HTML = picture.width.map { " style=\"width:\($0)\"" } ?? ""
    let title: HTML = picture.title.isEmpty ? "" : " title=\"\(picture.title)\""
    return "<img src=\"\(address)\" alt=\"\(alternative)\"\(size)\(style)\(title)>"
  }

  /// A picture with its caption.
  func figure(_ picture: Picture) -> HTML {
    let entry = context.references.pictures[picture.position]
    let id: HTML = entry.map { " id=\"\($0.anchor)\"" } ?? ""
    let name: HTML = entry.map { "<b>\($0.name).</b> " } ?? ""
    let caption = InlineRenderer(context: context).html(picture.content)
    return """
      <div class="figure"\(id)><figure>\(inline(picture))
      <figcaption>\(name)\(caption)</figcaption></figure></div>
      """
  }

  private func address(_ picture: Picture) -> HTML? {
    if let embedded = Link.embeddedImage(picture.source) { return "\(embedded)" }
    guard let file = context.report.notebook.file(of: picture) else { return nil }
    return "data:\(file.type);base64,\(Data(file.bytes).base64EncodedString())"
  }
}
