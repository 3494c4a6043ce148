import Notebook
import Testing

struct CellOptionsTests {
  @Test("Every option is read")
  func all() throws {
    let source = """
      ```{train}
      #| label: fig-a
      #| fig-cap:
      #|   - One
      #|   - |
      #|     Two
      #| fig-subcap: [left, right]
      #| fig-alt: [a, b]
      #| fig-width: 6.5
      #| fig-height: 4
      #| echo: false
      #| eval: true
      #| output: false
      #| include: true
      #| error: true
      #| cache: false
      #| code-fold: false
      #| layout-ncol: 2
      #| figures: curves
      #| live: true
      #| controls: [rate, 3]
      #| tags: hidden
      ```
      """
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics == [])
    let options = try #require(notebook.blocks.first?.options)
    var expected = CellOptions()
    expected.label = "fig-a"
    expected.labelPosition = SourcePosition(line: 2, column: 11)
    expected.captions = ["One", "Two\n"]
    expected.subcaptions = ["left", "right"]
    expected.alternatives = ["a", "b"]
    (expected.figureWidth, expected.figureHeight) = (6.5, 4)
    (expected.echo, expected.eval, expected.output, expected.include) = (false, true, false, true)
    (expected.error, expected.cache, expected.codeFold) = (true, false, false)
    (expected.layoutColumns, expected.live) = (2, true)
    expected.figures = ["curves"]
    (expected.controls, expected.tags) = (["rate", "3"], ["hidden"])
    #expect(options == expected)
  }

  @Test("A size that no page has room for becomes the nearest one, with a warning")
  func sizes() throws {
    let source = "```{train}\n#| fig-width: 12\n#| fig-height: 0.5\n```\n"
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    let options = try #require(notebook.blocks.first?.options)
    #expect(options.figureWidth == 9.5 && options.figureHeight == 1.25)
    #expect(diagnostics.map(\.severity) == [.warning, .warning])
    #expect(
      diagnostics.first?.message.contains("'fig-width' is 12 inches and becomes 9.5") == true)
  }

  @Test("A malformed value in a caption is an error at the caption")
  func captions() {
    let source = "```{train}\n#| fig-cap: [fine, \"best `{fig-a.loss | %q}`\"]\n```\n"
    let (_, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics.map(\.position) == [SourcePosition(line: 2, column: 20)])
  }
}
