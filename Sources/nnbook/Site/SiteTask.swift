import Foundation
import Notebook

/// A project that is rendered as a whole.
struct SiteTask {
  /// The folder of a site beside the project file, unless that names another one: reports of single
  /// notebooks stand beside these.
  static let defaultFolder = "site"

  /// What its project file says.
  let project: Project
  /// The notebooks in their order, drafts included.
  let notebooks: [String]
  /// The folder of the site as the user would name it; empty for the working directory.
  let root: String

  /// Nil if a set of notebooks is no site.
  init?(_ set: NotebookSet, outputDirectory: String?) {
    guard set.isSite, let project = set.project else { return nil }
    self.init(project, notebooks: set.notebooks, outputDirectory: outputDirectory)
  }

  /// The site of a project.
  init(_ project: Project, notebooks: [String], outputDirectory: String? = nil) {
    self.project = project
    self.notebooks = notebooks
    root =
      outputDirectory ?? project.outputDirectory
      ?? (project.folder.isEmpty ? Self.defaultFolder : "\(project.folder)/\(Self.defaultFolder)")
  }

  /// One a notebook; `number` is that of the site.
  func tasks(number: Int) -> [RenderTask] {
    notebooks.map { RenderTask(notebook: $0, report: path(address(of: $0)), site: number) }
  }

  /// The folder of the site for messages.
  var shownRoot: String { root.isEmpty ? "." : root }

  /// The file of the site that has an address, as the user would name it.
  func path(_ address: String) -> String {
    root.isEmpty ? address : root.hasSuffix("/") ? root + address : "\(root)/\(address)"
  }

  /// The page of a notebook, seen from the root of the site.
  func address(of notebook: String) -> String {
    let source = source(of: notebook)
    return (source.hasSuffix(".md") ? String(source.dropLast(3)) : source) + ".html"
  }

  /// The page of a variant of a notebook, seen from the root of the site.
  func address(ofVariant job: RenderJob) -> String {
    let page = address(of: job.task.notebook)
    let ending = job.report.dropFirst(job.task.report.count - ".html".count)
    return String(page.dropLast(".html".count) + ending)
  }

  /// Copies of files of the project, seen from its folder, in the same places of the site; what cannot be
  /// read or would take the place of one of `others` is left out.
  func copies(of files: [String], besides others: [OutputFile]) -> [OutputFile] {
    let taken = Set(others.map { $0.path })
    let folder = URL(filePath: project.folder.isEmpty ? "." : project.folder)
    return files.filter { !taken.contains(path($0)) }.compactMap { file in
      (try? Data(contentsOf: folder.appending(path: file))).map {
        OutputFile(path: path(file), data: $0)
      }
    }
  }

  /// The part of a notebook, with its index among the entries of the project; nil for none.
  func part(of notebook: String) -> (index: Int, title: String)? {
    for (index, entry) in project.chapters.enumerated() {
      if case .part(let title, let chapters) = entry,
        chapters.contains(where: { $0.path == notebook })
      {
        return (index, title)
      }
    }
    return nil
  }

  /// What the site is called if the project file does not say it: the name of its folder.
  var name: String {
    let here = FileManager.default.currentDirectoryPath
    let folder = FilePath.absolute(project.folder, in: here)
    return folder.split(separator: "/").last.map(String.init) ?? "Notebooks"
  }

  /// A notebook, seen from the folder of the project.
  func source(of notebook: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let folder = FilePath.absolute(project.folder, in: here)
    return String(FilePath.absolute(notebook, in: here).dropFirst(folder.count).drop { $0 == "/" })
  }
}
