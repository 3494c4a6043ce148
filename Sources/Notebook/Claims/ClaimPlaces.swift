/// Finds the places in a notebook of the characters of a YAML scalar.
///
/// The scalar is laid along the text that it was read from: quotes, backslashes and folded lines
/// are stepped over. What cannot be followed, such as `\u00b1`, gets the place of the scalar.
struct ClaimPlaces {
  /// One for each Unicode scalar of the text, as far as it could be followed.
  private var places: [SourcePosition] = []
  private let start: SourcePosition
  private let source: ExtractedText

  /// - Parameters:
  ///   - text: the value.
  ///   - start: where it begins in the notebook, quotes included.
  ///   - source: the YAML that it is from.
  init(of text: String, at start: SourcePosition, in source: ExtractedText) {
    self.start = start
    self.source = source
    guard var cursor = Cursor(at: start, in: source) else { return }
    cursor.skipOpening()
    for scalar in text.unicodeScalars {
      guard let position = cursor.find(scalar) else { return }
      places.append(position)
    }
  }

  /// The place of the scalar with that number; behind the last one the column after it.
  subscript(offset: Int) -> SourcePosition {
    if offset < places.count { return places[offset] }
    guard offset == places.count, var end = places.last else { return start }
    end.column += 1
    return end
  }
}

/// A place in YAML that moves on.
private struct Cursor {
  private let source: ExtractedText
  /// Counted from 0.
  private var line: Int
  private var column: Int
  private var scalars: [Unicode.Scalar]

  /// At a place of the notebook; nil if it is not in the YAML, or in so long a line that to look
  /// there for each of many claims would take minutes.
  init?(at place: SourcePosition, in source: ExtractedText) {
    guard let first = source.lines.first else { return nil }
    let number = place.line - first.origin.line
    guard source.lines.indices.contains(number) else { return nil }
    guard source.lines[number].origin.line == place.line,
      source.lines[number].text.utf8.count <= 10_000
    else {
      return nil
    }
    let scalars = Array(source.lines[number].text.unicodeScalars)
    let column = scalars.indices.first {
      source.position(line: number + 1, column: $0 + 1) == place
    }
    guard let column else { return nil }
    (self.source, self.line, self.column, self.scalars) = (source, number, column, scalars)
  }

  /// Steps over the quote, or over the rest of the line that begins a block such as `>-`.
  mutating func skipOpening() {
    guard column < scalars.count else { return }
    switch scalars[column] {
    case "\"", "'": column += 1
    case "|", ">": column = scalars.count
    default: break
    }
  }

  /// Goes behind the next `scalar` and says where it is; nil if something else comes first.
  ///
  /// Blanks stay where they are: one stands for any number of them and for the end of a line.
  mutating func find(_ scalar: Unicode.Scalar) -> SourcePosition? {
    guard !ClaimTokenizer.isBlank(scalar) else { return position }
    skipBlanks()
    // An escape is a backslash, or in single quotes a quote before a quote.
    if let next, next != scalar, next == "\\" || next == "'" { column += 1 }
    guard next == scalar else { return nil }
    defer { column += 1 }
    return position
  }

  private var position: SourcePosition {
    source.position(line: line + 1, column: column + 1)
  }

  private var next: Unicode.Scalar? { column < scalars.count ? scalars[column] : nil }

  private mutating func skipBlanks() {
    while true {
      if next == " " || next == "\t" {
        column += 1
      } else if next == nil, line + 1 < source.lines.count {
        line += 1
        (column, scalars) = (0, Array(source.lines[line].text.unicodeScalars))
      } else {
        return
      }
    }
  }
}
