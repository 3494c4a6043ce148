import Experiments
import Notebook
import NotebookRunner
import Plotting
import Testing

@Suite("Definitions shared between blocks")
struct DefinitionsTests {
  func run(_ body: String) -> NotebookRun {
    let (notebook, found) = NotebookReader.read(source: body, path: "test.md")
    return NotebookRunner(jobs: 2).run(notebook, found: found)
  }

  @Test("may stand before or after their use, and lead on to others")
  func chains() {
    let run = run(
      """
      ```{train}
      data: mine
      model: net
      epochs: 1
      ```

      ```{data}
      #| label: mine
      data: base
      ```

      ```{data}
      #| label: base
      circles: {samples: 50}
      ```

      ```{model}
      #| label: net
      layers: [2, 4, 1]
      ```
      """)
    #expect(run.succeeded, "\(run.diagnostics) \(run.blocks.flatMap { $0.diagnostics })")
    #expect(run.blocks[0].result?.metric("parameters") == 17)
  }

  @Test("give way to what a block says itself")
  func overriding() {
    let run = run(
      """
      ```{model}
      #| label: net
      layers: [2, 4, 1]
      ```

      ```{train}
      model: net
      layers: [2, 8, 1]
      epochs: 1
      ```
      """)
    #expect(run.blocks[1].result?.metric("parameters") == 33)
  }

  @Test("do not run")
  func definitionsDoNotRun() {
    let run = run("```{data}\n#| label: d\nmoons\n```\n")
    #expect(run.blocks[0].result == nil)
  }
}

@Suite("Running a notebook")
struct RunnerTests {
  let source = """
    ```{forward}
    #| label: fig-a
    layers: [2, 3, 1]
    input: [1, 2]
    expect:
      - parameters == 13
      - macs == 10
    ```

    ```{lr-sweep}
    layers: [2, 4, 1]
    rates: [0.1, 1]
    seeds: 2
    epochs: 5
    ```
    """

  func run(jobs: Int) -> NotebookRun {
    let (notebook, found) = NotebookReader.read(source: source, path: "test.md")
    return NotebookRunner(jobs: jobs).run(notebook, found: found)
  }

  @Test("gives the same bytes for any number of jobs")
  func sameBytes() throws {
    let runs = [run(jobs: 1), run(jobs: 2), run(jobs: 5)]
    let figures = runs.map { run in
      run.blocks.flatMap { $0.result?.figures ?? [] }.map { $0.markup(id: "f") }
    }
    #expect(figures[0].count == 3)
    #expect(figures[0] == figures[1])
    #expect(figures[0] == figures[2])
  }

  @Test("checks claims and goes on when one fails")
  func claims() {
    let run = run(jobs: 1)
    #expect(run.blocks[0].checks.map { $0.holds } == [true, false])
    #expect(run.blocks[1].result != nil)
    #expect(!run.succeeded)
  }

  @Test("skips blocks that say eval: false")
  func skipped() {
    let (notebook, _) = NotebookReader.read(
      source: source.replacing("#| label: fig-a", with: "#| eval: false"), path: "test.md")
    let run = NotebookRunner(jobs: 1).run(notebook)
    #expect(run.blocks[0].result == nil)
    #expect(run.blocks[1].result != nil)
  }
}
