/// Text taken out of a notebook line by line, which knows where each line came from.
///
/// YAML sees the text; its marks are turned back into places of the notebook.
struct ExtractedText: Sendable {
  /// A line and where it begins in the file.
  struct Line: Sendable {
    let text: String
    /// Where the first character stands.
    let origin: SourcePosition
    /// The places where the line no longer reads as in the file, in order.
    let replacements: [Replacement]
    /// The number of scalars; counted once, since a line may hold many values.
    fileprivate let length: Int

    init(text: String, origin: SourcePosition, replacements: [Replacement] = []) {
      self.text = text
      self.origin = origin
      self.replacements = replacements
      length = text.unicodeScalars.count
    }
  }

  /// A stretch of a line that stands for other text of the file.
  struct Replacement: Sendable {
    /// The column in the new text, from 1.
    var column: Int
    /// The number of scalars now.
    var length: Int
    /// The number of scalars in the file.
    var originalLength: Int
  }

  var lines: [Line]

  init(lines: [Line]) {
    self.lines = lines
  }

  /// A whole file.
  ///
  /// - Parameter tabsAsSpaces: whether tabs count as one space each: between the values of JSON
  ///   they are allowed, in the indentation of YAML not.
  init(_ text: SourceText, tabsAsSpaces: Bool = false) {
    lines = text.lines.enumerated().map { index, line in
      let bytes = tabsAsSpaces ? line.map { $0.isBlank ? UInt8(ascii: " ") : $0 } : line
      return Line(text: bytes.string, origin: text.position(line: index + 1, column: 1))
    }
  }

  /// All lines, each with its end.
  var text: String { lines.map { $0.text + "\n" }.joined() }

  /// The place in the notebook of a line and column of the text, both counted from 1.
  ///
  /// A place after the last line is the end of that line; a place within replaced text is where
  /// the replacement begins.
  func position(line: Int, column: Int) -> SourcePosition {
    guard let last = lines.last else { return SourcePosition(line: 1, column: 1) }
    guard line <= lines.count else { return last.position(column: Int.max) }
    return lines[max(line, 1) - 1].position(column: column)
  }
}

extension ExtractedText.Line {
  fileprivate func position(column: Int) -> SourcePosition {
    let column = max(1, min(column, length + 1))
    var shift = 0
    for replacement in replacements where replacement.column <= column {
      if column < replacement.column + replacement.length {
        return origin.moved(by: replacement.column + shift - 1)
      }
      shift += replacement.originalLength - replacement.length
    }
    return origin.moved(by: column + shift - 1)
  }
}

extension SourcePosition {
  /// A place further along the line.
  func moved(by columns: Int) -> SourcePosition {
    SourcePosition(line: line, column: column + columns, file: file)
  }
}
