/// The front matter's place in the file and what stands there.
struct FrontMatterSection {
  /// Its keys with their values; none if there is no front matter.
  private(set) var entries: [ConfigurationNode.Entry] = []
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
    entries = reader.readMap("the front matter", diagnostics: &diagnostics)
  }
}

private func isMark(_ line: [UInt8], _ mark: String) -> Bool {
  line.trimmedEnd.elementsEqual(mark.utf8)
}
