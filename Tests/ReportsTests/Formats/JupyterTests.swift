import Foundation
import Notebook
import TestSupport
import Testing

@testable import Reports

struct JupyterTests {
  /// Notebooks of the repository, goldens of the reader, and texts that try to break the way back.
  static let notebooks: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folders = ["Notebooks", "Tests/NotebookTests/Goldens", "Tests/ReportsTests/Goldens"]
    let files = folders.flatMap { folder in
      goldenNames(in: root.appending(path: folder), withExtension: "md").map {
        root.appending(path: "\(folder)/\($0).md")
      }
    }
    return files.compactMap { try? String(contentsOf: $0, encoding: .utf8) } + odd
  }()

  static let odd = [
    "", "\n", "\n\n\n", "text", "text\n", "\n\ntext\n\n\n", "---\ntitle: a\n---",
    "---\ntitle: a\n---\n\n\ntext",
    "---\r\ntitle: a\r\n---\r\n\r\nA\r\n\r\n```{curve}\r\nx: 1\r\n```\r\nB\r\n",
    "\u{FEFF}---\ntitle: a\n---\ntext\n", "```{curve}\n```", "```{curve}\n\n```\n",
    "```{curve}\nx: 1\n\n\n```\n\n\n\n```{curve}\n```\n", "~~~~{curve}\nx: 1\n~~~~~~  \n",
    "  ```{curve}\n  x: 1\n  ```\n", "- ```{curve}\n  x: 1\n  ```\n\n> ```{curve}\n> ```\n",
    "a\rb\r```{curve}\rx: 1\r```\r", "```{curve}\nx: 1", "  \t \ntext \t\n \n",
    "a\n```{curve}\n```\nb",
    "`{fig-a.loss}` and @fig-a\n\n```{curve}\n#| label: fig-a\n```\n",
    "é e\u{301} 🙂\n\n\u{2028}x\n",
  ]

  @Test(
    "A notebook comes back byte for byte, with outputs and without", arguments: notebooks.indices)
  func wayBack(index: Int) throws {
    let source = Self.notebooks[index]
    let (notebook, _) = NotebookReader.read(source: source, path: "notes.md", files: .none)
    for text in [
      JupyterReport.convert(notebook, source: source),
      JupyterReport.render(SampleReport.make(source), source: source),
    ] {
      let conversion = try JupyterConversion(Data(text.utf8), folder: "notes_files")
      #expect(Array(conversion.text.utf8) == Array(source.utf8))
      #expect(conversion.losses == [])
    }
  }

  @Test("Cells have the keys of nbformat 4.5, and ids that are unique")
  func format() throws {
    for source in Self.notebooks {
      let text = JupyterReport.render(SampleReport.make(source), source: source)
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let document = try #require(json as? [String: Any])
      #expect(document["nbformat"] as? Int == 4 && document["nbformat_minor"] as? Int == 5)
      let cells = try #require(document["cells"] as? [[String: Any]])
      for cell in cells {
        let isCode = cell["cell_type"] as? String == "code"
        let keys =
          ["cell_type", "id", "metadata", "source"]
          + (cell.keys.contains("attachments") && !isCode ? ["attachments"] : [])
          + (isCode ? ["execution_count", "outputs"] : [])
        #expect(Set(cell.keys) == Set(keys))
      }
      let ids = cells.compactMap { $0["id"] as? String }
      #expect(Set(ids).count == cells.count)
      #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    }
  }

  @Test("A warning is told on standard error: only an error makes a cell one that failed")
  func problems() {
    let source = "```{curve}\n```\n"
    var report = SampleReport.make(source)
    for (severity, output) in [(Diagnostic.Severity.warning, "stream"), (.error, "error")] {
      report.outcomes[0].diagnostics = [
        Diagnostic(path: "a.md", position: nil, severity: severity, message: "odd")
      ]
      let text = JupyterReport.render(report, source: source)
      #expect(text.contains("\"output_type\": \"\(output)\""))
      #expect(text.contains("\"output_type\": \"error\"") == (severity == .error))
      let json = JSONReport.render(report)
      #expect(json.contains("\"errors\": []") == (severity == .warning))
      #expect(json.contains("\"warnings\": []") == (severity == .error))
    }
  }

  @Test("Prose is filled in, and a cell that was edited comes back as it is")
  func filled() throws {
    let source = """
      ---
      title: A
      params: {n: 5}
      ---

      The loss is `{fig-a.loss}` after ${n} epochs (@fig-a).

      ```{curve}
      #| label: fig-a
      ```
      """
    let text = JupyterReport.render(SampleReport.make(source), source: source)
    #expect(text.contains("The loss is 0.0112 after 5 epochs (Figure 1)."))
    let edited = text.replacing("The loss is 0.0112", with: "The loss was 0.0112")
    let conversion = try JupyterConversion(Data(edited.utf8), folder: "a_files")
    #expect(conversion.text.contains("The loss was 0.0112 after 5 epochs (Figure 1)."))
    #expect(
      conversion.losses == ["1 cell was edited: its values and references are plain text now"])
  }

  @Test("What is no notebook of version 4 is told as what it is")
  func refused() {
    func problem(_ data: Data) -> JupyterConversion.Problem? {
      do throws(JupyterConversion.Problem) {
        _ = try JupyterConversion(data, folder: "f")
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(Data("{\"nbformat\": 3, \"worksheets\": []}".utf8)) == .version(3))
    #expect(problem(Data("{\"cells\": [".utf8)) == .malformed("this is no JSON"))
    let latin = Data("{\"nbformat\": 4, \"cells\": [], \"a\": \"".utf8) + [0xE9] + Data("\"}".utf8)
    #expect(problem(latin) == .malformed("this is not UTF-8"))
  }

  @Test("Prose has nothing in it that only Quarto knows")
  func readable() throws {
    let source = """
      ---
      title: A
      ---

      ## One {#sec-one}

      Text^[A *note*.] with a formula $a_{1}$ and @eq-a of @sec-one.

      $$
      a = b
      $$ {#eq-a}

      ::: {.callout-warning title="Care"}
      It breaks.
      :::

      ```{curve}
      #| label: fig-a
      ```

      > quoted [beside]{.aside}
      """
    let text = JupyterReport.render(SampleReport.make(source), source: source)
    let notebook = try JupyterNotebook.read(Data(text.utf8))
    let shown = notebook.cells.filter { $0.cell_type == "markdown" }.map { $0.source.text }
    #expect(
      shown == [
        "# A",
        """
        ## 1 One

        Text<sup>1</sup> with a formula $a_{1}$ and Equation 1 of Section 1.

        $$
        a = b \\tag{1}
        $$

        > **Warning: Care**
        >
        > It breaks.
        """,
        "> quoted\n>\n> > beside", "## Notes\n\n1. A *note*.",
      ])
    #expect(try JupyterConversion(Data(text.utf8), folder: "a_files").text == source)
  }

  @Test("Each figure is there as SVG and as a picture in Markdown")
  func pictures() throws {
    let text = JupyterReport.render(
      SampleReport.make("```{curve}\n```\n"), source: "```{curve}\n```\n")
    let notebook = try JupyterNotebook.read(Data(text.utf8))
    let forms = try #require(notebook.cells[0].outputs?[0].data)
    let svg = try #require(forms["image/svg+xml"]?.text)
    let picture = try #require(forms["text/markdown"]?.text)
    let base64 = try #require(picture.firstMatch(of: /\(data:image\/svg\+xml;base64,(.*)\)/))
    #expect(Data(base64Encoded: String(base64.output.1)) == Data(svg.utf8))
  }

  @Test("A notebook of somebody else becomes text, listings and pictures")
  func foreign() throws {
    let notebook = """
      {"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"name": "ir", "language": "R"}},
       "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["---\\n", "# A\\n", "![p](attachment:../p.png)\\n"],
         "attachments": {"../p.png": {"image/png": "QUJD"}}},
        {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": "plot(1) # ```", "outputs": [
          {"output_type": "display_data", "metadata": {}, "data": {"image/png": "QUJD\\n", "text/plain": ["<p>"]}},
          {"output_type": "stream", "name": "stdout", "text": ["1\\n", "\\u001b[31m2\\u001b[0m\\n"]},
          {"output_type": "display_data", "metadata": {}, "data": {"application/x-widget": {"a": 1}}}]},
        {"cell_type": "raw", "metadata": {}, "source": "x"}]}
      """
    let conversion = try JupyterConversion(Data(notebook.utf8), folder: "my files")
    #expect(
      conversion.text == """

        ---
        # A
        ![p](my%20files/cell-1-p.png)

        ````R
        plot(1) # ```
        ````

        ![](my%20files/cell-2-1.png)

        ```text
        1
        2
        ```

        ```
        x
        ```

        """)
    #expect(conversion.files.map(\.name) == ["cell-1-p.png", "cell-2-1.png"])
    #expect(conversion.files.allSatisfy { $0.data == Data("ABC".utf8) })
    #expect(conversion.losses == ["1 output without text or picture"])
  }

  @Test(
    "What is no notebook is said",
    arguments: [
      ("", "this is no JSON"), ("[1]", "'the notebook' is of another type than nbformat 4 has"),
      ("{\"nbformat\": 4}", "'the notebook' has no 'cells'"),
      (
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\"}]}",
        "'cells[0]' has no 'source'"
      ),
      ("{\"nbformat\": 4, \"cells\": 1}", "'cells' is of another type than nbformat 4 has"),
    ])
  func malformed(text: String, words: String) {
    #expect(throws: JupyterConversion.Problem.malformed(words)) {
      try JupyterConversion(Data(text.utf8), folder: "x")
    }
    #expect(throws: JupyterConversion.Problem.version(3)) {
      try JupyterConversion(Data("{\"nbformat\": 3, \"cells\": []}".utf8), folder: "x")
    }
  }
}
