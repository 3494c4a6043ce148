/// Reads the files of a notebook: its own, and to any depth those that it includes.
///
/// All files are there before any prose is read, so that a parameter may be used above the include
/// that declares it.
struct PartReader {
  /// Includes within includes.
  static let depthLimit = 16
  /// Includes in all: a few lines could stand for millions.
  static let countLimit = 1000

  /// What was read so far, the notebook first.
  private(set) var files: [NotebookFile]
  /// The notebook's front matter, with the parameters of all files.
  private(set) var matter = FrontMatter()
  private(set) var diagnostics: Diagnostics
  private let given: GivenParameters
  private let reader: FileReader
  /// Found when the first include asks for it.
  private var folder: ProjectFolder?
  /// The files that are being read, each included by the one before.
  private var chain: [String] = []
  private var size = 0
  private let sizeLimit: Int
  private var isFull = false

  /// - Parameters:
  ///   - files: the notebook, and what else was read.
  ///   - sizeLimit: in bytes, for all files together.
  init(
    reader: FileReader, given: GivenParameters, files: [NotebookFile], diagnostics: Diagnostics,
    sizeLimit: Int = NotebookReader.sizeLimit
  ) {
    self.sizeLimit = sizeLimit
    (self.reader, self.given, self.files) = (reader, given, files)
    self.diagnostics = diagnostics
  }

  /// Reads the notebook itself, whose text is there already.
  mutating func readNotebook(_ text: SourceText) -> NotebookPart {
    size = text.text.utf8.count
    let section = FrontMatterSection(text, diagnostics: &diagnostics)
    matter = FrontMatterReader.read(section.entries, diagnostics: &diagnostics)
    matter.parameters = matter.parameters.map(given.applied)
    let part = part(text, section, files[0].path)
    given.finish(&matter, diagnostics: &diagnostics)
    matter.checkMatrix(diagnostics: &diagnostics)
    matter.substitute(in: section.entries, diagnostics: &diagnostics)
    return part
  }

  private mutating func part(
    _ text: SourceText, _ section: FrontMatterSection, _ path: String
  ) -> NotebookPart {
    chain.append(path)
    defer { chain.removeLast() }
    let markdown = MarkdownReader(
      text, firstLine: section.firstBodyLine, diagnostics: &diagnostics)
    var part = NotebookPart(markdown: markdown)
    for (line, fence) in markdown.includes { part.included[line] = include(fence) }
    return part
  }

  private mutating func include(_ fence: IncludeFence) -> NotebookPart? {
    if let surplus = fence.surplus { diagnostics.report(.includeBody, at: surplus) }
    // A notebook that cannot end is told so once.
    guard !isFull, let path = path(of: fence) else { return nil }
    if let problem = refusal(of: path, fence) {
      diagnostics.report(problem, at: fence.position)
      return nil
    }
    let file = diagnostics.add(path: path)
    files.append(NotebookFile(path: path, source: ""))
    do throws(FileProblem) {
      let source = try reader.text(of: path, limit: sizeLimit)
      return read(source, of: file, fence)
    } catch {
      let nearest = error == .missing ? reader.nearestFile(to: path, written: fence.path) : nil
      diagnostics.report(.include(fence.path, error, nearest: nearest), at: fence.position)
      return nil
    }
  }

  private mutating func read(
    _ source: String, of file: Int, _ fence: IncludeFence
  ) -> NotebookPart? {
    size += source.utf8.count
    guard size <= sizeLimit else {
      diagnostics.report(.includesTooLarge(sizeLimit), at: fence.position)
      return nil
    }
    let text = SourceText(source, file: file)
    files[file].source = text.text
    let section = FrontMatterSection(text, diagnostics: &diagnostics)
    declare(section.entries)
    return part(text, section, files[file].path)
  }
}

// MARK: - Paths

extension PartReader {
  /// The file that a fence means, as the user would name it; nil if the fence names none.
  ///
  /// `notes/../shared/a.md` becomes `shared/a.md`, unless a link makes these two files.
  private mutating func path(of fence: IncludeFence) -> String? {
    let line = ExtractedText.Line(text: fence.path, origin: fence.position)
    var found = diagnostics.cleared
    let written = Parameters(matter.parameters).substituted(in: line, diagnostics: &found)
    diagnostics.add(found)
    guard found.isEmpty else { return nil }
    guard !written.text.isEmpty else {
      diagnostics.report(.includeWithoutPath, at: fence.position)
      return nil
    }
    let path = FilePath.joined(FilePath.folder(of: chain.last ?? ""), written.text)
    let simple = FilePath.simplified(path)
    return reader.realPath(simple) == reader.realPath(path) ? simple : path
  }

  /// Why a file is not even opened.
  private mutating func refusal(of path: String, _ fence: IncludeFence) -> Problem? {
    guard projectFolder().contains(path) else { return .includeOutside(fence.path) }
    let target = reader.realPath(path)
    if let first = chain.firstIndex(where: { reader.realPath($0) == target }) {
      return .circularInclude(chain[first...] + [path])
    }
    guard chain.count <= Self.depthLimit else { return .includeTooDeep(Self.depthLimit) }
    isFull = files.count > Self.countLimit
    return isFull ? .tooManyIncludes(Self.countLimit) : nil
  }
}

// MARK: - Bibliography and pictures

extension PartReader {
  private mutating func projectFolder() -> ProjectFolder {
    let found = folder ?? ProjectFolder(ofNotebook: files[0].path, files: reader)
    folder = found
    return found
  }

  /// Reads the files that the front matter names; nil if it names none.
  mutating func readBibliography() -> Bibliography? {
    guard !matter.bibliography.isEmpty else { return nil }
    var bibliography = Bibliography()
    for file in matter.bibliography {
      let joined = FilePath.joined(FilePath.folder(of: files[0].path), file.path)
      bibliography.works += works(file, at: FilePath.simplified(joined), known: bibliography)
    }
    return bibliography
  }

  private mutating func works(
    _ file: FrontMatter.BibliographyFile, at path: String, known: Bibliography
  ) -> [Bibliography.Work] {
    guard projectFolder().contains(path) else {
      diagnostics.report(.bibliographyOutside(file.path), at: file.position)
      return []
    }
    let index = diagnostics.add(path: path)
    files.append(NotebookFile(path: path, source: ""))
    do throws(FileProblem) {
      let text = SourceText(try reader.text(of: path, limit: sizeLimit), file: index)
      files[index].source = text.text
      var bibTeX = BibTeXReader(text, diagnostics: diagnostics.cleared)
      bibTeX.read()
      diagnostics.add(bibTeX.diagnostics)
      return bibTeX.works.filter { known.work($0.key) == nil }
    } catch {
      let nearest = error == .missing ? reader.nearestFile(to: path, written: file.path) : nil
      diagnostics.report(.bibliography(file.path, error, nearest: nearest), at: file.position)
      return []
    }
  }

  /// Reads the files that the pictures of the notebook show.
  mutating func readPictures(into notebook: inout Notebook, diagnostics: inout Diagnostics) {
    guard !notebook.shownPictures.isEmpty else { return }
    var pictures = PictureReader(reader: reader, folder: projectFolder())
    pictures.read(into: &notebook, diagnostics: &diagnostics)
  }
}

// MARK: - Front matter of included files

extension PartReader {
  /// Adds the parameters that no file before has declared; nothing else counts there.
  private mutating func declare(_ entries: [ConfigurationNode.Entry]) {
    for entry in entries where entry.key != "params" {
      diagnostics.report(.includedFrontMatter(entry.key), at: entry.keyPosition)
    }
    let parameters = FrontMatterReader.read(
      entries.filter { $0.key == "params" }, diagnostics: &diagnostics
    ).parameters
    for parameter in parameters
    where !matter.parameters.contains(where: { $0.name == parameter.name }) {
      matter.parameters.append(given.applied(to: parameter))
    }
  }
}
