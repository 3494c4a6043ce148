import ArgumentParser
import Experiments
import Plotting

/// `nnbook list [CATALOGUE]`: what notebooks can name.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what notebooks can name: experiments, datasets, layers, losses, optimizers …")

  @Argument(help: "One catalogue; all of them without it.")
  var catalogue: String?

  func run() throws {
    let all = CatalogueEntry.catalogues
    guard let catalogue else {
      for (name, entries) in all { print(name, entries) }
      return
    }
    guard let (name, entries) = all.first(where: { $0.name == catalogue }) else {
      let known = all.map { $0.name }.joined(separator: ", ")
      throw ValidationError("no catalogue '\(catalogue)'; known: \(known)")
    }
    print(name, entries)
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
