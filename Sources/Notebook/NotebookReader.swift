/// Reads notebooks: Markdown with front matter, experiment blocks and included files.
///
/// Reading never stops at an error: all of them come at once, in the order of the files, and the
/// notebook holds what could be read.
public enum NotebookReader {
  /// The largest notebook that is read, with all that it includes: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// Reads a notebook from a file.
  ///
  /// - Parameters:
  ///   - path: the file, as the user named it.
  ///   - parameters: as in `read(source:path:parameters:parameterFile:files:)`.
  ///   - parameterFile: as there.
  ///   - files: as there.
  /// - Returns: the notebook and what is wrong with it. A file that is missing, too large, binary
  ///   or not UTF-8 gives an empty notebook and one error.
  public static func read(
    contentsOf path: String, parameters: [(name: String, value: String)] = [],
    parameterFile: ParameterFile? = nil, files: FileReader = .disk
  ) -> (Notebook, [Diagnostic]) {
    do throws(FileProblem) {
      let source = try files.text(of: path, limit: sizeLimit)
      return read(
        source: source, path: path, parameters: parameters, parameterFile: parameterFile,
        files: files)
    } catch {
      return failure(.file(error), path)
    }
  }

  /// Reads a notebook from its text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - path: the file as the user named it, for diagnostics and as the place that included files
  ///     are relative to.
  ///   - parameters: values that take the place of the defaults under `params:`; the last one of
  ///     a name holds, and an undeclared name is an error. `seed` sets `execute.seed` unless a
  ///     parameter is called so.
  ///   - parameterFile: more such values, which give way to `parameters`.
  ///   - files: where included files come from.
  /// - Returns: the notebook and what is wrong with it, by file and position.
  public static func read(
    source: String, path: String, parameters: [(name: String, value: String)] = [],
    parameterFile: ParameterFile? = nil, files: FileReader = .disk
  ) -> (Notebook, [Diagnostic]) {
    guard source.utf8.count <= sizeLimit else {
      return failure(.file(.tooLarge(limit: sizeLimit)), path)
    }
    let text = SourceText(source)
    var diagnostics = Diagnostics(path: path)
    if text.lines.allSatisfy(\.trimmed.isEmpty) { diagnostics.report(.emptyFile, at: nil) }
    var read = [NotebookFile(path: path, source: text.text)]
    var values: [GivenParameters.Value] = []
    if let parameterFile {
      values = parameterFile.values(file: diagnostics.add(path: parameterFile.path))
      read.append(NotebookFile(path: parameterFile.path, source: parameterFile.source))
    }
    values += parameters.map { GivenParameters.Value(name: $0.name, value: $0.value) }
    let given = GivenParameters(values, diagnostics: &diagnostics)
    var parts = PartReader(
      reader: files, given: given, files: read, diagnostics: diagnostics)
    return notebook(parts.readNotebook(text), parts)
  }

  private static func notebook(
    _ part: NotebookPart, _ parts: PartReader
  ) -> (Notebook, [Diagnostic]) {
    var parts = parts
    let bibliography = parts.readBibliography()
    var diagnostics = parts.diagnostics
    var content = NotebookContent()
    let elements = part.elements(
      parameters: Parameters(parts.matter.parameters), cites: bibliography != nil,
      content: &content, diagnostics: &diagnostics)
    var notebook = Notebook(
      files: parts.files, frontMatter: parts.matter, elements: elements, blocks: content.blocks)
    notebook.footnotes = content.footnotes
    notebook.bibliography = bibliography
    parts.readPictures(into: &notebook, diagnostics: &diagnostics)
    LabelCheck(notebook).report(&diagnostics)
    FootnoteCheck(notebook).report(&diagnostics)
    return (notebook, diagnostics.sorted)
  }

  /// The inlines of a caption, in which `@key` is a citation; nil if it is more than one paragraph, or
  /// has notes of its own.
  public static func caption(_ text: String) -> [Inline]? {
    var diagnostics = Diagnostics(path: "")
    var reader = MarkdownReader(SourceText(text), firstLine: 1, diagnostics: &diagnostics)
    var content = NotebookContent()
    let elements = reader.elements(
      parameters: Parameters(), cites: true, included: [:], depth: 0, content: &content,
      diagnostics: &diagnostics)
    guard elements.count == 1, content.footnotes.isEmpty,
      case .paragraph(let inlines) = elements[0]
    else { return nil }
    return inlines
  }

  /// An empty notebook and the reason for it.
  private static func failure(_ problem: Problem, _ path: String) -> (Notebook, [Diagnostic]) {
    var diagnostics = Diagnostics(path: path)
    diagnostics.report(problem, at: nil)
    let notebook = Notebook(
      files: [NotebookFile(path: path, source: "")], frontMatter: FrontMatter(), elements: [],
      blocks: [])
    return (notebook, diagnostics.sorted)
  }
}
