/// Reads a project file.
public struct ProjectReader {
  /// The keys that have a meaning.
  static let names = [
    "title", "description", "lang", "output-dir", "chapters", "number-chapters", "theme",
    "template",
    "repository", "base-url", "data",
  ]
  /// The keys of a part.
  static let partNames = ["part", "chapters"]

  private var project: Project
  private var reader: ConfigurationReader
  private let files: FileReader
  private let folder: ProjectFolder
  private var lines: [String: Int] = [:]

  /// Reads a project file and looks for its chapters.
  ///
  /// - Returns: the project and what is wrong with it. A file that cannot be read gives an empty
  ///   project and one error.
  public static func read(
    contentsOf path: String, files: FileReader = .disk
  ) -> (Project, [Diagnostic]) {
    var diagnostics = Diagnostics(path: path)
    do throws(FileProblem) {
      let source = try files.text(of: path, limit: NotebookReader.sizeLimit)
      var yaml = YAMLReader(ExtractedText(SourceText(source)))
      let entries = yaml.readMap("the project file", diagnostics: &diagnostics)
      var reading = ProjectReader(path, diagnostics, files)
      for entry in entries { reading.read(entry) }
      return (reading.project, reading.reader.diagnostics.sorted)
    } catch {
      diagnostics.report(.file(error), at: nil)
      return (Project(path: path), diagnostics.sorted)
    }
  }

  private init(_ path: String, _ diagnostics: Diagnostics, _ files: FileReader) {
    project = Project(path: path)
    reader = ConfigurationReader(diagnostics: diagnostics)
    folder = ProjectFolder(FilePath.folder(of: path), files: files)
    self.files = files
  }

  private mutating func read(_ entry: ConfigurationNode.Entry) {
    switch entry.key {
    case "title": project.title = reader.text(entry)
    case "description": project.description = reader.text(entry)
    case "lang": project.language = reader.text(entry) ?? project.language
    case "output-dir": project.outputDirectory = reader.text(entry).map(path)
    case "chapters": project.chapters = items(entry).compactMap { chapterOrPart($0) }
    case "number-chapters":
      project.numbersChapters = reader.boolean(entry) ?? project.numbersChapters
    case "theme":
      project.theme = reader.text(entry)
      project.themePosition = entry.value.position
    case "template":
      project.template = reader.text(entry)
      project.templatePosition = entry.value.position
    case "repository": project.repository = reader.address(entry)
    case "base-url": project.baseURL = reader.address(entry)
    case "data": project.data = reader.texts(entry).map(path)
    default: refuse(entry, known: Self.names)
    }
  }

  private mutating func refuse(_ entry: ConfigurationNode.Entry, known: [String]) {
    reader.diagnostics.report(.unknownProjectKey(entry.key, known: known), at: entry.keyPosition)
  }

  /// A path of the project file as the user would name it from where he stands.
  private func path(_ written: String) -> String {
    FilePath.simplified(FilePath.joined(project.folder, written))
  }
}

// MARK: - Chapters

extension ProjectReader {
  private mutating func items(_ entry: ConfigurationNode.Entry) -> [ConfigurationNode.Entry] {
    guard case .list(let items) = entry.value.value else {
      reader.mismatch(entry, "a list of notebooks and parts")
      return []
    }
    return items.map {
      ConfigurationNode.Entry(key: entry.key, keyPosition: entry.keyPosition, value: $0)
    }
  }

  private mutating func chapterOrPart(_ item: ConfigurationNode.Entry) -> Project.Entry? {
    guard case .map(let entries) = item.value.value else {
      return chapter(item).map { .chapter($0) }
    }
    var title = ""
    var chapters: [Project.Chapter] = []
    for entry in entries {
      switch entry.key {
      case "part": title = reader.text(entry) ?? ""
      case "chapters": chapters = items(entry).compactMap { chapter($0) }
      default: refuse(entry, known: Self.partNames)
      }
    }
    if !entries.contains(where: { $0.key == "part" }) {
      reader.mismatch(item, "a notebook, or a part: '{part: title, chapters: […]}'")
    }
    return .part(title: title, chapters: chapters)
  }

  private mutating func chapter(_ item: ConfigurationNode.Entry) -> Project.Chapter? {
    guard case .text(let written) = item.value.value else {
      reader.mismatch(item, "the path of a notebook")
      return nil
    }
    let position = item.value.position
    let path = path(written)
    if let problem = problem(written, path) {
      reader.diagnostics.report(problem, at: position)
      return nil
    }
    lines[files.realPath(path)] = position.line
    return Project.Chapter(path: path, position: position)
  }

  private func problem(_ written: String, _ path: String) -> Problem? {
    guard folder.contains(path) else { return .chapterOutside(written) }
    guard files.exists(path) else {
      return .missingChapter(written, nearest: files.nearestFile(to: path, written: written))
    }
    return lines[files.realPath(path)].map { .chapterTwice(written, firstLine: $0) }
  }
}
