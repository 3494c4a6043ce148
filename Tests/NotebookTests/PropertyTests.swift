import Notebook
import TestSupport
import Testing

/// Whatever the text: reading ends, and every place that it names is in the file.
struct PropertyTests {
  /// What notebooks are made of, whole and broken.
  static let fragments = [
    "# Title {#sec-a}\n", "---\n", "title: x\n", "params: {n: 3}\n", "text ", "$a_1 * b$", "$$\n",
    "$$", "$", "`{fig-a.loss | %.3g}`", "`", "``", "@fig-a", "[@sec-a]", "```{train}\n", "```\n",
    "~~~~\n", "#| label: fig-a\n", "#| fig-cap: [a, `{a.b | %q}`]\n", "epochs: 3\n", "  - a > 1\n",
    "  - not (a.b + ${n} < 'x') or\n     c ~\n",
    "  - \"a\\u00b1 in [0, 1]\"\n",
    "expect:\n", "a: [1, {b: 2}]\n", "b: [1\n", "&x ", "*x ", "| a | b |\n", "|---|:-:|\n",
    "| \\| | $|w|$ |\n", "> ", "- ", "1. ", "\t", "    ", "\n", "\n\n", "\\", "\\$", "**", "_",
    "<b>",
    "<!-- ", " -->", "<script>", "[r]: http://x/$a$\n", "[r]", "![i](u)", "&#xE000;0&#xE001;",
    "\u{E000}0\u{E001}", "\u{E002}", "${n}", "${m}", "\u{FEFF}", "\r\n", "\r", "é", "中文", "👩‍👩‍👧",
    "e\u{301}", "\u{7}", "!!int ", "? [a]\n: b\n", "\"", "'", "|\n  block\n", ">\n", "<<: *x\n",
    "{", "}", "[", "```{include} g.md\n```\n", "```{include x/h.md}\n```\n", "{include}",
    ":::\n", "::: {.callout-note title=\"$x$ @k\"}\n", ":::: aside\n", "::: {", "[^a]", "[^a]: ",
    "[^b]: two\n\n    three\n", "@k", "@k [p. 3]", "[@k; see -@l, p. 3]", "{#eq-x .y z=\"1\"}",
    "![c $x$](p.svg){#fig-p width=3}", "![c](<p q.png>)", "bibliography: [r.bib, s.bib]\n", "^[",
    "> ```{include} f.md\n> ```\n", "~~~{include} ${n}.md\n~~~\n",
  ]

  /// What they include: files that are broken in their own ways.
  private static let files = [
    "r.bib": "@misc{k, title = {\\\"{o} $x}\n@misc{l, author = \"a and b\"}\n@misc{k, x = y # {z}}",
    "p.svg": "<svg/>",
    "g.md": "---\nparams: {m: 1\n---\n# G {#fig-a}\n\n```{include} x/h.md\n```\n`{a.b | %q}`",
    "x/h.md": "---\nparams: {m: 4}\ntitle: H\n---\n> ```{train}\n> a: [1\n> b: ${k}\n> ```\n\n$$\n",
    "3.md": "```{include} ../f.md\n```\n\n| a |\n|---|\n| $x$ @fig-b |\n",
  ]

  @Test("Shuffled fragments of notebooks", arguments: 0..<600)
  func fragments(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let count = 1 + random.next(below: 60)
    let text = (0..<count).map { _ in
      Self.fragments[random.next(below: Self.fragments.count)]
    }.joined()
    check(text)
  }

  @Test("Shuffled bytes of fragments", arguments: 0..<300)
  func bytes(seed: Int) {
    var random = SplitMix(seed: UInt64(seed) + 1_000)
    let corpus = Array(Self.fragments.joined().utf8)
    let bytes = (0..<(1 + random.next(below: 200))).map { _ in
      corpus[random.next(below: corpus.count)]
    }
    check(String(decoding: bytes, as: UTF8.self))
  }

  private func check(_ source: String) {
    let (notebook, diagnostics) = NotebookReader.read(
      source: source, path: "f.md",
      files: .memory(Self.files.merging(["f.md": source]) { $1 }))
    let files = notebook.files.map {
      $0.source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }
    var positions = Positions(notebook)
    positions.all += diagnostics.compactMap(\.position)
    for position in positions.all {
      let lines = files[position.file]
      let isInside =
        (1...lines.count).contains(position.line)
        && (1...(lines[position.line - 1].count + 1)).contains(position.column)
      #expect(isInside, "\(position) of \(source.debugDescription)")
    }
    #expect(diagnostics == diagnostics.sorted { start($0) < start($1) })
    for diagnostic in diagnostics {
      #expect(diagnostic.path == notebook.path(of: diagnostic.position))
    }
    let renderer = DiagnosticRenderer(notebook)
    for diagnostic in diagnostics {
      let text = renderer.text(of: diagnostic)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 3)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    }
    // What was taken out of the prose is put back everywhere.
    let tree = TreeDump.text(of: notebook)
    #expect(!tree.unicodeScalars.contains { (0xE000...0xE004).contains($0.value) })
  }

  private func start(_ diagnostic: Diagnostic) -> SourcePosition {
    diagnostic.position ?? SourcePosition(line: 0, column: 0)
  }
}

/// Every place in a notebook.
private struct Positions {
  var all: [SourcePosition] = []

  init(_ notebook: Notebook) {
    add(notebook.elements)
    for block in notebook.blocks {
      all.append(block.kindPosition)
      add(block.body)
      all += block.claims.map(\.position) + block.claims.flatMap(\.mentions).map(\.position)
      all += [block.options.labelPosition].compactMap { $0 }
      all += [block.lines.lowerBound, block.lines.upperBound].map {
        SourcePosition(line: $0, column: 1, file: block.kindPosition.file)
      }
    }
    all += notebook.frontMatter.parameters.map(\.position)
    for footnote in notebook.footnotes {
      all.append(footnote.position)
      add(footnote.content)
    }
  }

  private mutating func add(_ elements: [Element]) {
    for element in Element.all(in: elements) {
      switch element {
      case .heading(_, _, _, let position, _): all.append(position)
      case .division(let division): all.append(division.position)
      default: break
      }
      for inline in Inline.all(in: element.inlines) { add(inline) }
    }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .math(let formula): all += [formula.position] + formula.lines
    case .reference(_, let position), .footnote(_, let position): all.append(position)
    case .value(let value): all.append(value.position)
    case .image(let picture): all.append(picture.position)
    case .citation(let citation): all += citation.items.map(\.position)
    case .emphasis, .strong, .link, .text, .code, .rawHTML, .softBreak, .lineBreak: break
    }
  }

  private mutating func add(_ node: ConfigurationNode) {
    all.append(node.position)
    switch node.value {
    case .list(let items): for item in items { add(item) }
    case .map(let entries):
      for entry in entries {
        all.append(entry.keyPosition)
        add(entry.value)
      }
    case .null, .boolean, .number, .text: break
    }
  }
}
