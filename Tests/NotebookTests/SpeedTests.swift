import Notebook
import Testing

/// Reading takes time in proportion to the text: quadratic work would take minutes here.
struct SpeedTests {
  private func seconds(_ source: String) -> Double {
    let start = ContinuousClock.now
    _ = NotebookReader.read(source: source, path: "a.md", files: .none)
    return (ContinuousClock.now - start) / .seconds(1)
  }

  @Test(
    "Eight times the text takes no more than twenty times as long",
    arguments: [
      "Text with $x$, `code`, **bold** and @fig-a.\n\n", "## Title\n\n- a\n- b\n\n",
      "```{train}\n#| label: a\nepochs: 3\n```\n\n", "```{train}\n#| lable: a\n```\n\n",
      "| a | $b$ |\n|---|---|\n| 1 | 2 |\n\n", "$$\nx\n$$\n\n", "> $$\n\n", "$x ` \n\n", "$x ` ",
      "``` ", "[a]: b\n", "[a][a] ", "${n} ", "<!-- ", "*_", "k: [1\n",
    ])
  func linear(text: String) {
    let times = [100, 800].map { count in
      (0..<2).map { _ in seconds(String(repeating: text, count: count)) }.min() ?? 0
    }
    #expect(times[1] < times[0] * 20 + 0.03, "\(times)")
  }

  @Test("10,000 blocks are read one by one, in order")
  func blocks() {
    let source = (0..<10_000).map { "```{train}\n#| label: b\($0)\n```\n" }.joined(separator: "\n")
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md", files: .none)
    #expect(diagnostics == [])
    #expect(notebook.blocks.count == 10_000)
    #expect(notebook.blocks.last?.options.label == "b9999")
  }
}
