/// The front matter's place in the file and what it says.
struct FrontMatterSection {
  /// What it says; the defaults if there is none.
  private(set) var matter = FrontMatter()
  /// The first line behind it.
  private(set) var firstBodyLine = 1

  /// Reads the lines between the first line, if that is `---`, and the next `---` or `...`.
  init(_ text: SourceText, diagnostics: inout Diagnostics) {
    // As in Pandoc, an empty line behind `---` makes it a thematic break.
    guard isMark(text.line(1), "---"), !text.line(2).trimmed.isEmpty else { return }
    let isEnd = { (number: Int) in
      isMark(text.line(number), "---") || isMark(text.line(number), "...")
    }
    guard let end = (2...text.lines.count).first(where: isEnd) else {
      diagnostics.report(.openFrontMatter, at: text.position(line: 1, column: 1))
      return
    }
    firstBodyLine = end + 1
    let lines = (2..<end).map { number in
      ExtractedText.Line(
        text: text.line(number).string, origin: text.position(line: number, column: 1))
    }
    var reader = YAMLReader(ExtractedText(lines: lines))
    guard let root = reader.read(&diagnostics) else { return }
    guard case .map(let entries) = root.value else {
      if root.value != .null {
        diagnostics.report(.notMap("the front matter", found: root.summary), at: root.position)
      }
      return
    }
    matter = FrontMatterReader.read(entries, diagnostics: &diagnostics)
  }

  /// Puts given values in the place of defaults.
  mutating func apply(
    _ parameters: [(name: String, value: String)], diagnostics: inout Diagnostics
  ) {
    for (name, value) in parameters {
      if value.utf8.contains(.newline) {
        diagnostics.report(.multilineParameter(name), at: nil)
      } else if let index = matter.parameters.firstIndex(where: { $0.name == name }) {
        matter.parameters[index].value = value
      } else {
        diagnostics.report(
          .undeclaredParameter(name, known: matter.parameters.map(\.name)), at: nil)
      }
    }
  }
}

private func isMark(_ line: [UInt8], _ mark: String) -> Bool {
  line.trimmedEnd.elementsEqual(mark.utf8)
}
