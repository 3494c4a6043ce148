import Testing

/// What the formatter does not see.
struct StyleTests {
  static let folders = ["Sources", "Live", "Plugins", "Tests", "Benchmarks"]

  @Test("No file is longer than 400 lines", arguments: folders)
  func filesAreShort(folder: String) throws {
    for file in try Repository.files(below: folder, "swift", "c", "h", "py") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("Input reaches no trap: sources have none of these", arguments: ["Sources", "Live"])
  func sourcesDoNotTrap(folder: String) throws {
    for file in try Repository.files(below: folder, "swift") {
      #expect(file.places(of: "try!", "fatalError(", "as! ", "unowned(unsafe)") == [])
    }
  }

  @Test("No error is swallowed", arguments: ["Sources", "Live"])
  func noCatchIsEmpty(folder: String) throws {
    for file in try Repository.files(below: folder, "swift") {
      let words = file.lines.joined(separator: " ").split(separator: " ").joined()
      let isEmpty = words.contains("catch{}")
      #expect(!isEmpty, "\(file.path) has an empty catch")
    }
  }

  @Test("Nothing is left for later", arguments: folders)
  func nothingIsLeftOpen(folder: String) throws {
    for file in try Repository.files(below: folder, "swift", "c", "h", "py") {
      // In halves, so that this line does not find itself.
      #expect(file.places(of: "TO" + "DO", "FIX" + "ME") == [])
    }
  }

  @Test("Arithmetic that differs between machines stays out of the portable modules")
  func arithmeticIsPortable() throws {
    for module in ["NeuralNet", "Plotting", "Experiments"] {
      for file in try Repository.files(below: "Sources/\(module)", "swift") {
        let places = file.places(
          of: ".addingProduct(", ".addProduct(", ".truncatingRemainder(", ".formRemainder(",
          ".rounded()", ".random(")
        #expect(places == [])
      }
    }
  }

  @Test("Portable modules have no spans, which Swift 6.3 frees too early where it makes code small")
  func spansAreAvoided() throws {
    for module in ["NeuralNet", "Plotting", "Experiments"] {
      for file in try Repository.files(below: "Sources/\(module)", "swift") {
        #expect(file.places(of: "Span<", "RawSpan", ".mutableSpan") == [])
      }
    }
  }

  @Test("README is at most 150 lines long")
  func readmeIsShort() throws {
    let readme = try #require(Repository.file("README.md"))
    #expect(readme.lines.count <= 150)
  }

  @Test("README or a page of docs/ names every notebook")
  func notebooksAreListed() throws {
    let readme = try #require(Repository.file("README.md"))
    let pages = try [readme] + Repository.files(below: "docs", "md")
    let text = pages.flatMap(\.lines).joined(separator: "\n")
    for notebook in try Repository.files(below: "Notebooks", "md") {
      let isNamed = text.contains(notebook.path)
      #expect(isNamed, "\(notebook.path) is named nowhere")
    }
  }

  @Test("Every notebook is a chapter of the site")
  func notebooksAreChapters() throws {
    let project = try #require(Repository.file("Notebooks/nnbook.yml"))
    for notebook in try Repository.files(below: "Notebooks", "md") {
      let name = notebook.path.dropFirst("Notebooks/".count)
      let isChapter = project.lines.contains { $0.hasSuffix("- \(name)") }
      #expect(isChapter, "\(name) is not in Notebooks/nnbook.yml")
    }
  }
}
