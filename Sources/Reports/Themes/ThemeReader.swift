public import Notebook

/// Finds the theme that a notebook or its project names: one that comes with nnbook, a CSS file, or a
/// folder.
public struct ThemeReader {
  private let files: FileReader
  /// A notebook of a stranger must not carry files of the reader's machine into a report.
  private let folder: ProjectFolder
  private var diagnostics: [Diagnostic] = []

  private init(_ folder: String, _ files: FileReader) {
    self.files = files
    self.folder = ProjectFolder(folder, files: files)
  }

  /// The theme of a project; what is wrong with it is told with each notebook that has it.
  public static func read(_ project: Project, files: FileReader = .disk) -> Theme {
    read(theme(of: project), template(of: project), FilePath.folder(of: project.path), files).0
  }

  /// The theme of a notebook, and what is wrong with it.
  ///
  /// - Parameters:
  ///   - notebook: its own theme and template come before those of the project.
  ///   - project: what its project file says; nil for none.
  public static func read(
    _ notebook: Notebook, _ project: Project?, files: FileReader = .disk
  ) -> (Theme, [Diagnostic]) {
    let own = notebook.frontMatter
    return read(
      own.theme.map { Choice(name: $0, position: own.themePosition, path: notebook.path) }
        ?? project.flatMap(theme(of:)),
      own.template.map { Choice(name: $0, position: own.templatePosition, path: notebook.path) }
        ?? project.flatMap(template(of:)),
      FilePath.folder(of: project?.path ?? notebook.path), files)
  }

  private static func read(
    _ theme: Choice?, _ template: Choice?, _ folder: String, _ files: FileReader
  ) -> (Theme, [Diagnostic]) {
    var reader = ThemeReader(folder, files)
    var found = theme.flatMap { reader.theme($0) } ?? .standard
    if let template { found.template = reader.template(template) ?? found.template }
    return (found, reader.diagnostics)
  }

  private static func theme(of project: Project) -> Choice? {
    project.theme.map { Choice(name: $0, position: project.themePosition, path: project.path) }
  }

  private static func template(of project: Project) -> Choice? {
    project.template.map {
      Choice(name: $0, position: project.templatePosition, path: project.path)
    }
  }

  private struct Choice {
    let name: String
    let position: SourcePosition?
    let path: String

    /// A file that is named beside the one that names it.
    func file(_ name: String) -> String {
      FilePath.absolute(
        name, in: FilePath.folder(of: path).isEmpty ? "." : FilePath.folder(of: path))
    }
  }

}

// MARK: - Themes

extension ThemeReader {
  private mutating func theme(_ choice: Choice) -> Theme? {
    if let known = Theme.all.first(where: { $0.name == choice.name }) { return known }
    let path = FilePath.folder(of: choice.path).isEmpty ? choice.name : choice.file(choice.name)
    if choice.name.hasSuffix(".css") {
      return style(path, choice).map { Theme(name: choice.name, style: $0) }
    }
    guard let names = files.names(path) else { return unknown(choice) }
    var theme = Theme(name: choice.name)
    func file(_ name: String) -> String { path + "/" + name }
    if names.contains(Theme.styleName) { theme.style = style(file(Theme.styleName), choice) ?? "" }
    if names.contains(Theme.darkName) { theme.dark = style(file(Theme.darkName), choice) ?? "" }
    if names.contains(Theme.templateName) {
      theme.template = template(file(Theme.templateName), choice)
    }
    return theme
  }

  private mutating func unknown(_ choice: Choice) -> Theme? {
    let known = Theme.all.map(\.name)
    let note = suggestion(for: choice.name, among: known).map {
      "\($0), a folder, or a file '*.css'"
    }
    report(
      "no theme is called '\(choice.name)', and there is no such folder", at: choice, note: note)
    return nil
  }

  /// A style that could end its element would be markup.
  private mutating func style(_ path: String, _ choice: Choice) -> String? {
    guard let text = text(path, choice) else { return nil }
    guard text.firstMatch(of: /<[\/!]/) == nil else {
      report("the style '\(path)' contains markup", at: choice, note: "'</' and '<!' end a style")
      return nil
    }
    return text
  }

  private mutating func template(_ choice: Choice) -> String? {
    template(
      FilePath.folder(of: choice.path).isEmpty ? choice.name : choice.file(choice.name), choice)
  }

  private mutating func template(_ path: String, _ choice: Choice) -> String? {
    guard let text = text(path, choice) else { return nil }
    let problems = TemplateCheck(text).problems
    for problem in problems {
      diagnostics.append(
        Diagnostic(
          path: path, position: problem.position, message: problem.message, note: problem.note))
    }
    return problems.isEmpty ? text : nil
  }

  private mutating func text(_ path: String, _ choice: Choice) -> String? {
    guard folder.contains(path) else {
      report("'\(path)' lies outside of the project", at: choice)
      return nil
    }
    do throws(FileProblem) {
      return try files.text(of: path, limit: 1 << 20)
    } catch {
      report("'\(path)' of the theme cannot be read: \(error.words.message)", at: choice)
      return nil
    }
  }

  private mutating func report(_ message: String, at choice: Choice, note: String? = nil) {
    diagnostics.append(
      Diagnostic(path: choice.path, position: choice.position, message: message, note: note))
  }
}
