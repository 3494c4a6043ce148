import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What authors, data and file names say stays words, in a browser that would believe them.
  @Suite("Hostile words")
  struct SafetyTests {
    let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// Each calls `attack`, loads something or breaks out, wherever it is taken for markup.
    static let words = [
      "<script>attack(1)</script>", "</script><script>attack(1)</script>",
      "</style><script>attack(1)</script>", "</title><script>attack(1)</script>",
      "\" onmouseover=\"attack(1)\" autofocus onfocus=\"attack(1)",
      "' onfocus='attack(1)' autofocus='",
      "\"\u{301} onload=\"attack(1)", "<img src=x onerror=attack(1)>",
      "--><svg onload=attack(1)>", "]]><script>attack(1)</script>", "{{{script}}}{{>x}}",
      "</pre></code></td></table><iframe srcdoc='<script>parent.attack(1)</script>'>",
      "</text></svg><img src=x onerror=attack(1)>", "<a href=javascript:attack(1)>x</a>",
      "\\3c script\\3e attack(1)", "${attack(1)}", "'); attack(1); ('",
      "url(https://attack.invalid/x)",
      "<base href=https://attack.invalid/><meta http-equiv=refresh content=0>",
      "</desc><script>attack(1)</script>",
      "</math><annotation-xml encoding=text/html><script>attack(1)</script>", "\u{202E}attack(1)",
    ]

    @Test("run nowhere, load nothing and make no element", arguments: words)
    func everyField(words: String) async throws {
      let report = try Self.report(saying: words)
      try await attack(report)
    }

    @Test("run nowhere in a notebook that tries what it can")
    func hostileNotebook() async throws {
      try await attack(SamplePage.hostile.report())
    }

    /// Opens a page that may call `attack`, does what a reader does, and expects that nothing ran.
    ///
    /// - Parameter isSite: whether it is a page of a site, which loads its own style and scripts.
    func attack(_ page: URL, isSite: Bool = false) async throws {
      try await browser.open(
        page, after: "window.attacks = []; window.attack = what => attacks.push(String(what))")
      try await browser.run(
        """
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        for (const button of document.querySelectorAll('.tools .csv, .tog button, .lh button')) button.click();
        for (const it of document.querySelectorAll('main *')) {
          for (const name of ['mouseover', 'pointermove', 'focusin']) {
            it.dispatchEvent(new MouseEvent(name, { bubbles: true, clientX: 10, clientY: 10 }));
          }
        }
        """)
      try await browser.settle()
      let attacks: [String] = try await browser.value("attacks")
      #expect(attacks == [])
      guard !isSite else { return }
      try await browser.expectNone("safety")
      let console = try await browser.log()
      #expect(console == [])
    }
  }
}

// MARK: - A notebook that says the words in every field

extension BrowserTests.SafetyTests {
  private static func report(saying words: String) throws -> URL {
    let number = self.words.firstIndex(of: words) ?? 0
    let folder = try SamplePage.folder().appending(path: "hostile-\(number)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let name = String(words.replacing("/", with: "|").prefix(80))
    let notebook = folder.appending(path: "\(name).md")
    try Data(source(saying: words).utf8).write(to: notebook)
    try Data(data(saying: words).utf8).write(to: folder.appending(path: "data.csv"))
    let report = folder.appending(path: "report.html")
    let run = try Tool([
      builtProgram("nnbook").path, "render", notebook.path, "-o", report.path, "--no-cache",
      "--keep-going",
    ])
    guard FileManager.default.fileExists(atPath: report.path) else {
      throw Driver.Problem(description: run.errors)
    }
    return report
  }

  private static func source(saying words: String) -> String {
    let quoted = "'\(words.replacing("'", with: "''"))'"
    return """
      ---
      title: \(quoted)
      subtitle: \(quoted)
      description: \(quoted)
      author: [\(quoted)]
      date: \(quoted)
      keywords: [\(quoted)]
      params:
        words: \(quoted)
      ---

      ## \(words)

      \(words) *\(words)* [\(words)](<\(words)> "\(words)") ![\(words)](<\(words)>) `\(words)`
      $\(words)$ ${words} `{fig-a.\(words)}` @fig-\(words) [^1] @\(words)

      [^1]: \(words)

      | \(words) | b |
      | - | - |
      | \(words) | c |

      > - \(words)

      ::: {.callout-note title="\(words)"}
      \(words)
      :::

      $$
      \(words)
      $$

      ~~~ \(words)
      \(words)
      ~~~

      ```{forward}
      #| label: fig-a
      #| fig-cap: \(quoted)
      #| fig-alt: \(quoted)
      layers: [2, 2]
      input: [1, 2]
      expect:
        - parameters == 7
      ```

      ```{forward}
      #| label: fig-b
      layers: \(quoted)
      \(quoted): \(quoted)
      ```

      ```{train}
      #| label: classes
      data:
        csv: {path: data.csv, target: \(quoted)}
      layers: [2, 4, 2]
      epochs: 2
      ```

      ```{curves}
      #| label: fig-curves
      run: classes
      ```

      ```{confusion}
      #| label: fig-confusion
      run: classes
      ```

      ```{decision-map}
      #| label: fig-map
      run: classes
      ```

      ```{predictions}
      #| label: fig-predictions
      run: classes
      ```
      """
  }

  /// Two columns of numbers, and a third whose name and classes are the words.
  private static func data(saying words: String) -> String {
    let quoted = "\"\(words.replacing("\"", with: "\"\""))\""
    let rows = (0..<40).map { row in
      "\(Double(row * 7 % 11) / 10),\(Double(row * 5 % 13) / 10),\(row % 2 == 0 ? quoted : "calm")"
    }
    return (["a,\"b \(quoted.dropFirst()),\(quoted)"] + rows).joined(separator: "\n") + "\n"
  }
}
