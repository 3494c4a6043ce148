import Foundation
public import Notebook

/// The files of a project to which the pages of a site lead, besides each other: data, papers, pictures.
///
/// They are copied to where the links say. What is no file of the project is told: a site stands elsewhere
/// than its project.
public struct LinkedFiles {
  /// The largest file that is copied: 64 MiB.
  static let sizeLimit = 64 << 20

  /// The files, seen from the folder of the project, sorted.
  public private(set) var paths: [String] = []
  /// The links that will lead nowhere in the site.
  public private(set) var problems: [Diagnostic] = []

  private let folder: String
  private let project: ProjectFolder
  private let pages: Set<String>
  private let output: String

  /// Looks through the links of a page.
  ///
  /// - Parameters:
  ///   - report: the page.
  ///   - folder: the folder of the project.
  ///   - notebooks: the chapters, whose pages are there.
  ///   - output: the folder of the site.
  public init(_ report: Report, folder: String, notebooks: [String], output: String) {
    let here = FileManager.default.currentDirectoryPath
    self.folder = FilePath.absolute(folder, in: here)
    self.output = FilePath.absolute(output, in: here)
    project = ProjectFolder(folder)
    pages = Set(notebooks.map { FilePath.absolute($0, in: here) })
    let notebook = FilePath.absolute(report.notebook.path, in: here)
    var places = LinkPlaces(report.notebook)
    var found: Set<String> = []
    for inline in report.notebook.proseInlines {
      guard case .link(let written, _, _) = inline else { continue }
      let position = places.next(written)
      guard let address = LinkAddress(written), !address.path.isEmpty else { continue }
      let target = FilePath.absolute(address.path, in: FilePath.folder(of: notebook))
      switch look(at: target) {
      case .copied(let path): found.insert(path)
      case .page, .missing: break
      case .left(let words):
        problems.append(
          Diagnostic(
            path: report.notebook.path(of: position), position: position, severity: .warning,
            message: "the link '\(written)' leads to \(words)",
            note: "the site will not have it"))
      }
    }
    paths = found.sorted()
  }

  private enum Target {
    case copied(String)
    /// A page of the site.
    case page
    /// No file at all, which `LinkCheck` tells.
    case missing
    /// What is not copied, in words.
    case left(String)
  }

  private func look(at target: String) -> Target {
    let source = target.hasSuffix(".html") ? target.dropLast(5) + ".md" : target[...]
    if pages.contains(String(source)) || FilePath.contains(output, target) { return .page }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else {
      return .missing
    }
    guard FilePath.contains(folder, target), project.contains(target) else {
      return .left("a file outside of the project")
    }
    let path = String(target.dropFirst(folder.count).drop { $0 == "/" })
    if isFolder.boolValue { return .left("a folder") }
    if path.hasSuffix(".md") { return .left("a notebook that is no chapter") }
    if path.hasPrefix(".") || path.contains("/.") { return .left("a hidden file") }
    let size = (try? FileManager.default.attributesOfItem(atPath: target))?[.size] as? Int ?? 0
    guard size <= Self.sizeLimit else { return .left("a file of more than 64 MiB") }
    return .copied(path)
  }
}
