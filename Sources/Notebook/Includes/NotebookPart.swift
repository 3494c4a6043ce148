/// A file of a notebook, read as far as is possible before all parameters are known, and the files
/// that it includes.
struct NotebookPart {
  /// The file's text and outline.
  let markdown: MarkdownReader
  /// By the line of the fence; one whose file cannot be read has none.
  var included: [Int: NotebookPart] = [:]

  /// The elements, those of included files in their places; blocks, footnotes and problems are added.
  ///
  /// - Parameters:
  ///   - cites: whether the notebook has a bibliography.
  ///   - depth: the number of lists and quotes around the part.
  func elements(
    parameters: Parameters, cites: Bool, depth: Int = 0, content: inout NotebookContent,
    diagnostics: inout Diagnostics
  ) -> [Element] {
    var reader = markdown
    return reader.elements(
      parameters: parameters, cites: cites, included: included, depth: depth, content: &content,
      diagnostics: &diagnostics)
  }
}

/// What a notebook holds besides its elements, collected from all of its files.
struct NotebookContent {
  var blocks: [ExperimentBlock] = []
  var footnotes: [Footnote] = []
}
