/// Shows diagnostics with the line they are about, for terminals and for the report's error box.
///
///     notebook.md:5:8: error: 'epochs' must be …
///       5 | epochs: many
///         |         ^
public struct DiagnosticRenderer: Sendable {
  /// A line of the file and the column that is meant.
  public struct Excerpt: Sendable, Equatable {
    /// The number of the line.
    public var lineNumber: Int
    /// The line, tabs as spaces; if it is longer than `widthLimit`, the part around the column,
    /// with `…` for what is missing.
    public var line: String
    /// What stands in `line` before the column.
    public var before: String
    /// The place of the caret in a fixed-width font, in cells from 1; wide characters take two.
    public var caretColumn: Int
  }

  /// The longest excerpt, in characters.
  public static let widthLimit = 100

  private let texts: [SourceText]

  /// - Parameter source: the text of the file that the diagnostics are about.
  public init(source: String) {
    texts = [SourceText(source)]
  }

  /// - Parameter notebook: the notebook that the diagnostics are about.
  public init(_ notebook: Notebook) {
    texts = notebook.files.map { SourceText($0.source) }
  }

  /// The line that a diagnostic is about, nil if it is about the whole file.
  public func excerpt(of diagnostic: Diagnostic) -> Excerpt? {
    guard let position = diagnostic.position, texts.indices.contains(position.file) else {
      return nil
    }
    let text = texts[position.file]
    guard (1...text.lines.count).contains(position.line) else { return nil }
    let scalars = text.line(position.line).string.unicodeScalars.map(Self.visible)
    let column = max(0, min(position.column - 1, scalars.count))
    // Three quarters of the window stand before the column, since the cause is mostly there.
    let limit = Self.widthLimit
    let start = scalars.count > limit ? max(0, column - limit * 3 / 4) : 0
    let end = min(scalars.count, start + limit)
    let before = (start > 0 ? "…" : "") + String(scalars[start..<column])
    let after = String(scalars[column..<end]) + (end < scalars.count ? "…" : "")
    return Excerpt(
      lineNumber: position.line, line: before + after, before: before,
      caretColumn: before.unicodeScalars.reduce(1) { $0 + cells($1) })
  }

  /// The diagnostic's line, and below it the excerpt with a caret; no newline at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    let line = Self.visible(diagnostic.line)
    guard let excerpt = excerpt(of: diagnostic) else { return line }
    let number = "  \(excerpt.lineNumber)"
    let margin = String(repeating: " ", count: number.count)
    let caret = String(repeating: " ", count: excerpt.caretColumn - 1) + "^"
    return "\(line)\n\(number) | \(excerpt.line)\n\(margin) | \(caret)"
  }

  /// A text whose control characters are shown, but for its line ends.
  public static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == "\n" ? scalar : visible(scalar)) }
    return String(scalars)
  }

  /// Control characters would move the cursor or change colours; U+2400 and on show them.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control: return Unicode.Scalar(0x2400 + (scalar.value & 0x1F)) ?? "\u{FFFD}"
    // Words that are written from right to left would turn the rest of the line round.
    case .format where (0x202A...0x202E).contains(scalar.value),
      .format where (0x2066...0x2069).contains(scalar.value):
      return "\u{FFFD}"
    default: return scalar
    }
  }

  /// The cells that a terminal gives to a character: none for marks, two for East Asian ones.
  private func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self = String(String.UnicodeScalarView(scalars))
  }
}
