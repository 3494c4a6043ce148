import Foundation
import Reports

/// A page as it is served, and how the notebook behind it stands.
struct PreviewPage: Sendable {
  /// Where it is served, decoded: `/intro.html`.
  let path: String
  /// The notebook as the user named it.
  let notebook: String
  /// The title of the last report.
  var title: String
  /// The last good report; before there is one, what there is to show.
  var html = Data()
  /// Another one whenever `html` may differ.
  var version = ""
  /// How the notebook stands.
  var state = IndexPage.State.running
  /// What is wrong, each as the markup of a box; the report below is an older one then.
  var errors: [String] = []
  /// Whether `html` is a report without errors.
  var isGood = false

  /// A page of which nothing is known yet.
  init(path: String, notebook: String) {
    self.path = path
    self.notebook = notebook
    title = URL(filePath: notebook).deletingPathExtension().lastPathComponent
  }

  /// Where the page of a notebook is served, decoded.
  ///
  /// - Parameter folder: the folder that is previewed, whose name is left out; nil for none.
  static func path(of notebook: String, in folder: String?) -> String {
    let name = notebook.split(separator: "/").last.map(String.init) ?? notebook
    let file = folder.flatMap { inside($0, notebook) } ?? name
    return "/" + (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ".html"
  }

  /// The notebook as the folder names it; nil if it lies elsewhere.
  private static func inside(_ folder: String, _ notebook: String) -> String? {
    if folder.isEmpty || folder == "." {
      return notebook.hasPrefix("/") || notebook.hasPrefix("../") ? nil : notebook
    }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return notebook.hasPrefix(start) ? String(notebook.dropFirst(start.count)) : nil
  }

  /// The entry of the page in the list of all.
  var entry: IndexPage.Entry {
    IndexPage.Entry(
      title: title, address: URLPath.encoded(path),
      file: URL(filePath: notebook).lastPathComponent, state: state)
  }
}
