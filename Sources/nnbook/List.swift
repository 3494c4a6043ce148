import ArgumentParser
import Notebook
import Reports

/// `nnbook list [CATALOGUE]`: what notebooks can name.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what notebooks can name: experiments, datasets, layers, losses, optimizers …")

  @Argument(help: "One catalogue; all of them without it.")
  var catalogue: String?

  @Option(help: "How it is printed: text or json.")
  var format = OutputFormat.text

  func run() throws {
    let catalogues = try chosen()
    switch format {
    case .text: for (name, entries) in catalogues { print(name, entries) }
    case .json:
      let entries = catalogues.flatMap { name, entries in entries.map { $0.brief(in: name) } }
      Swift.print(JSONValue.list(entries).document, terminator: "")
    }
  }

  private func chosen() throws -> [(name: String, entries: [CatalogueEntry])] {
    let all = CatalogueEntry.catalogues
    guard let catalogue else { return all }
    let found = all.filter { $0.name == catalogue }
    guard !found.isEmpty else {
      let note = suggestion(for: catalogue, among: all.map { $0.name }) ?? ""
      throw ValidationError("no catalogue is called '\(catalogue)'; \(note)")
    }
    return found
  }

  private func print(_ name: String, _ entries: [CatalogueEntry]) {
    Swift.print(name)
    let width = entries.map { $0.name.count }.max() ?? 0
    for entry in entries {
      let padding = String(repeating: " ", count: width - entry.name.count)
      Swift.print("  \(entry.name)\(padding)  \(entry.summary)")
    }
  }
}
