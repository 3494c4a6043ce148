import ArgumentParser

/// `nnbook init [DIR]`: a project with one working notebook.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a project with one working notebook to start from.",
    discussion: "Files that are there already are left alone.")

  @Argument(help: "The folder of the project; made if it is missing.")
  var folder = "."

  func run() throws {
    let files = [("nnbook.yml", Self.project), ("first.md", Self.notebook)].map {
      OutputFile(path: folder == "." ? $0.0 : "\(folder)/\($0.0)", text: $0.1)
    }
    try OutputFile.writeNew(files)
    print(
      "\(files.map { $0.path }.joined(separator: " and ")) written; now: nnbook render \(folder)")
  }

  private static let project = """
    title: My notebooks
    chapters:
      - first.md

    """

  private static let notebook = """
    ---
    title: How big a step
    ---

    A network learns by small steps against the gradient, and the learning rate says how small. Of the
    rates of @fig-rates the best is `{fig-rates.best-rate | %.2g}`.

    ```{lr-sweep}
    #| label: fig-rates
    data: {moons: {samples: 200, noise: 0.15}}
    layers: [2, 16, 16, 1]
    rates: {log: [0.001, 10, 9]}
    seeds: 3
    epochs: 150
    expect:
      - best-rate > 0.01
      - diverged >= 1
    ```

    """
}
