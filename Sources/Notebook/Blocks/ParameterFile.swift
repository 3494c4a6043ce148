/// Values for parameters from a file: a map of names and values in YAML or JSON.
public struct ParameterFile: Sendable {
  /// The file as the user named it.
  public let path: String
  /// Its text, line ends as `\n`.
  public let source: String
  /// The values as text, in the order of the file.
  private let parameters: [FrontMatter.Parameter]

  /// Reads a file; what is wrong with it is added to `diagnostics`.
  public static func read(
    contentsOf path: String, files: FileReader = .disk
  ) -> (ParameterFile, [Diagnostic]) {
    var diagnostics = Diagnostics(path: path)
    var text = SourceText("")
    do throws(FileProblem) {
      text = SourceText(try files.text(of: path, limit: NotebookReader.sizeLimit))
    } catch {
      diagnostics.report(.file(error), at: nil)
    }
    var reader = YAMLReader(ExtractedText(text, tabsAsSpaces: path.hasSuffix(".json")))
    let entries = reader.readMap("a file of parameters", diagnostics: &diagnostics)
    let parameters = FrontMatterReader.parameters(entries, diagnostics: &diagnostics)
    let file = ParameterFile(path: path, source: text.text, parameters: parameters)
    return (file, diagnostics.sorted)
  }

  /// The values with their places in the file that has an index in `Notebook.files`.
  func values(file: Int) -> [GivenParameters.Value] {
    parameters.map { parameter in
      var position = parameter.position
      position.file = file
      return GivenParameters.Value(
        name: parameter.name, value: parameter.value, position: position)
    }
  }
}
