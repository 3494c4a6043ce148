import Notebook

/// The prose of a notebook as readers of Jupyter see it: values printed, references by their names, boxes as
/// quotes. Jupyter knows no syntax of Quarto.
struct JupyterProse {
  private let elements: MarkdownElements
  private let pictures: MarkdownPictures
  /// The title as a heading of the text; nil where it stands elsewhere.
  private let title: String?
  private let body: ArraySlice<Element>
  /// Where each block stands in the body.
  private let places: [Int: Int]

  /// - Parameter hasTitle: whether the title stands in a cell of its own.
  init(_ context: PageContext, hasTitle: Bool) {
    elements = MarkdownElements(context, figures: "", dialect: .jupyter)
    pictures = MarkdownPictures(context: context, folder: "", dialect: .jupyter)
    let isInText = context.references.outline.body.count < context.report.notebook.elements.count
    title = isInText && !hasTitle ? "# \(MarkdownText.escape(context.report.title))" : nil
    body = context.references.outline.body
    var places: [Int: Int] = [:]
    for (place, element) in zip(body.indices, body) {
      if case .block(let index) = element { places[index] = place }
    }
    self.places = places
  }

  /// What stands behind a block, or at the beginning, up to the next one that has a cell.
  ///
  /// - Parameters:
  ///   - block: the index of the block before it; nil at the beginning.
  ///   - cells: the blocks that have cells.
  func text(behind block: Int?, _ cells: Set<Int>) -> String {
    let start = block.map { places[$0].map { $0 + 1 } ?? body.endIndex } ?? body.startIndex
    let stretch = body[start...].prefix { element in
      if case .block(let index) = element { !cells.contains(index) } else { true }
    }
    let text = elements.text(stretch)
    return [block == nil ? title : nil, text.isEmpty ? nil : text].compactMap { $0 }
      .joined(separator: "\n\n")
  }

  /// Footnotes and references; empty if there are none.
  var end: String { MarkdownEndMatter(context: elements.context, elements: elements).text }

  /// The attachments of a cell with that text.
  func attachments(of text: String) -> JSONValue.Entries {
    pictures.attachments(in: text).map { picture in
      (picture.name, .object([(picture.type, .text(picture.base64))]))
    }
  }
}
