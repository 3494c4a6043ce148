/// Reads notebooks: Markdown with front matter and experiment blocks.
///
/// Reading never stops at an error: all of a file come at once, in the order of the file, and the
/// notebook holds what could be read.
public enum NotebookReader {
  /// The largest file that is read: 16 MiB.
  public static let sizeLimit = 16 << 20

  /// Reads a notebook from its text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - path: the file as the user named it, for diagnostics.
  ///   - parameters: values that take the place of the defaults under `params:`; the last one of
  ///     a name holds, and an undeclared name is an error.
  /// - Returns: the notebook and what is wrong with it, by position.
  public static func read(
    source: String, path: String, parameters: [(name: String, value: String)] = []
  ) -> (Notebook, [Diagnostic]) {
    guard source.utf8.count <= sizeLimit else { return failure(.tooLarge(sizeLimit), path) }
    let text = SourceText(source)
    var diagnostics = Diagnostics(path: path)
    if text.lines.allSatisfy(\.trimmed.isEmpty) { diagnostics.report(.emptyFile, at: nil) }
    var section = FrontMatterSection(text, diagnostics: &diagnostics)
    section.apply(parameters, diagnostics: &diagnostics)
    var reader = MarkdownReader(
      text, firstLine: section.firstBodyLine, parameters: Parameters(section.matter.parameters),
      diagnostics: diagnostics)
    let (elements, blocks, found) = reader.read()
    diagnostics = found
    let notebook = Notebook(
      files: [NotebookFile(path: path, source: text.text)], frontMatter: section.matter,
      elements: elements, blocks: blocks)
    LabelCheck(notebook).report(&diagnostics)
    return (notebook, diagnostics.sorted)
  }

  /// An empty notebook and the reason for it.
  static func failure(_ problem: Problem, _ path: String) -> (Notebook, [Diagnostic]) {
    var diagnostics = Diagnostics(path: path)
    diagnostics.report(problem, at: nil)
    let notebook = Notebook(
      files: [NotebookFile(path: path, source: "")], frontMatter: FrontMatter(), elements: [],
      blocks: [])
    return (notebook, diagnostics.sorted)
  }
}
