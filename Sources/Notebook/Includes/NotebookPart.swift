/// A file of a notebook, read as far as is possible before all parameters are known, and the files
/// that it includes.
struct NotebookPart {
  /// The file's text and outline.
  let markdown: MarkdownReader
  /// By the line of the fence; one whose file cannot be read has none.
  var included: [Int: NotebookPart] = [:]

  /// The elements, those of included files in their places; blocks and problems are added.
  ///
  /// - Parameter depth: the number of lists and quotes around the part.
  func elements(
    parameters: Parameters, depth: Int = 0, blocks: inout [ExperimentBlock],
    diagnostics: inout Diagnostics
  ) -> [Element] {
    var reader = markdown
    return reader.elements(
      parameters: parameters, included: included, depth: depth, blocks: &blocks,
      diagnostics: &diagnostics)
  }
}
