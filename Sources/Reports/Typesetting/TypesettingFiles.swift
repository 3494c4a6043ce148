import Foundation

/// Where KaTeX and highlight.js are looked for: they are the system's, not the program's.
struct TypesettingFiles: Sendable {
  /// The variable that names another folder with `katex.js`, `katex.css` and `fonts/`.
  static let katexVariable = "NNBOOK_KATEX"

  /// The variable that names another folder with `highlight.js` and `languages/`.
  static let highlightVariable = "NNBOOK_HIGHLIGHT"

  /// The folders that may hold KaTeX; the first that does is used.
  var katexFolders: [String]
  /// The folders that may hold highlight.js.
  var highlightFolders: [String] = []

  /// No files at all.
  static let none = TypesettingFiles(katexFolders: [])

  /// Those that the environment names, else Debian's and npm's.
  static let system: TypesettingFiles = {
    func folders(_ variable: String, _ known: [String]) -> [String] {
      let own = ProcessInfo.processInfo.environment[variable] ?? ""
      return own.isEmpty ? known : [own]
    }
    return TypesettingFiles(
      katexFolders: folders(
        katexVariable,
        ["/usr/share/javascript/katex", "/usr/local/lib/node_modules/katex/dist"]),
      highlightFolders: folders(
        highlightVariable,
        ["/usr/share/nodejs/highlight.js/lib", "/usr/local/lib/node_modules/highlight.js/lib"]))
  }()

  /// KaTeX's program; nil if it is not installed.
  var katex: Data? { first(katexFolders, ["katex.min.js", "katex.js"])?.content }

  /// KaTeX's version; nil if its program does not say it.
  var katexVersion: String? {
    katex.flatMap {
      String(decoding: $0, as: UTF8.self).firstMatch(of: /\bversion: ?"([0-9][0-9A-Za-z.\-]*)"/)
    }.map { String($0.output.1) }
  }

  /// highlight.js's version, from the package that it lies in; nil if there is none.
  var highlightVersion: String? {
    first(highlightFolders, ["../package.json"]).flatMap {
      String(decoding: $0.content, as: UTF8.self)
        .firstMatch(of: /"version": ?"([0-9][0-9A-Za-z.\-]*)"/)
    }.map { String($0.output.1) }
  }

  /// KaTeX's style, and the folder that its addresses begin in.
  var katexStyle: (text: String, folder: String)? {
    first(katexFolders, ["katex.min.css", "katex.css"])
      .map { (String(decoding: $0.content, as: UTF8.self), $0.folder) }
  }

  /// The core of highlight.js; nil if it is not installed.
  var highlight: Data? { first(highlightFolders, ["highlight.js", "core.js"])?.content }

  /// The grammar of a language, by the name of its file.
  func grammar(_ name: String) -> Data? {
    first(highlightFolders, ["languages/\(name).js"])?.content
  }

  /// The names of all grammars.
  var languages: [String] {
    highlightFolders.flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/languages")
      return (names ?? []).filter { $0.hasSuffix(".js") }.map { String($0.dropLast(3)) }
    }.sorted()
  }

  private func first(
    _ folders: [String], _ names: [String]
  ) -> (content: Data, folder: String)? {
    for folder in folders {
      for name in names {
        let file = URL(filePath: folder, directoryHint: .isDirectory).appending(path: name)
        if let content = try? Data(contentsOf: file) { return (content, folder) }
      }
    }
    return nil
  }
}
