import ArgumentParser
import Notebook
import Reports

/// `nnbook theme [NAME] [--output DIR]`: the themes, and a copy of one to change.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "List the themes, or write one into a folder to change it.",
    discussion: "Files that are there already are left alone.")

  @Argument(help: "The name of a theme.")
  var name: String?

  @Option(name: .shortAndLong, help: "The folder to write.")
  var output: String?

  func run() throws {
    let names = Theme.all.map(\.name)
    guard let name else { return print(names.joined(separator: "\n")) }
    guard let theme = Theme.all.first(where: { $0.name == name }) else {
      throw ValidationError(
        "no theme is called '\(name)'; \(suggestion(for: name, among: names) ?? "")")
    }
    let folder = output ?? name
    let files = theme.files.map { OutputFile(path: "\(folder)/\($0.name)", text: $0.text) }
    try OutputFile.writeNew(files)
    print("\(files.map(\.path).joined(separator: ", ")) written; now: theme: \(folder)")
  }
}
