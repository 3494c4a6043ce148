import ArgumentParser
import Notebook
import Reports

/// `nnbook describe NAME`: the options and metrics of an experiment, or the options of a kind.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Describe an experiment, or anything else that a notebook can name.")

  @Argument(help: "A name from `nnbook list`.")
  var name: String

  @Option(help: "How it is printed: text or json.")
  var format = OutputFormat.text

  func run() throws {
    let found = CatalogueEntry.catalogues.flatMap { catalogue in
      catalogue.entries.filter { $0.name == name }.map { (catalogue.name, $0) }
    }
    guard !found.isEmpty else {
      let known = CatalogueEntry.catalogues.flatMap { $0.entries.map(\.name) }
      let note = suggestion(for: name, among: known) ?? ""
      throw ValidationError("nothing is called '\(name)'; \(note)")
    }
    switch format {
    case .text: print(found.map { $1.description(in: $0) }.joined(separator: "\n"))
    case .json: print(JSONValue.list(found.map { $1.json(in: $0) }).document, terminator: "")
    }
  }
}
