/// Something in the prose that CommonMark must not read: it is taken out before the parse, and a
/// stand-in stands for it until the tree is converted.
enum Piece: Sendable {
  case math(Formula)
  case value(ValueReference)
  case reference(label: String, SourcePosition)
  case footnote(name: String, SourcePosition)
  case citation(Citation)
  /// `^[`: what follows up to the counterpart is a footnote.
  case noteStart(SourcePosition)
  /// `[` of `[text]{.class}`, with what stands in the braces.
  case spanStart(Attributes, SourcePosition)
  /// `]` of a note, or `]{.class}`.
  case bracketEnd
  /// Where the image begins whose brackets it stands in.
  case place(SourcePosition)
  case attributes(Attributes)
  case divisionStart(Attributes, SourcePosition)
  case divisionEnd(SourcePosition)
  /// A parameter's value.
  case text(String)
  case table(PipeTable)
}

/// The pieces taken out of one notebook, and the characters that stand for them.
struct PieceStore: Sendable {
  /// Private-use characters of the input become U+FFFD first, so these are ours alone.
  enum Mark {
    /// Begins a stand-in; the piece's number in digits follows.
    static let begin: Unicode.Scalar = "\u{E000}"
    static let end: Unicode.Scalar = "\u{E001}"
    /// Begins a line whose text belongs to the piece before it, or guards the start of a cell.
    static let filler: Unicode.Scalar = "\u{E002}"
    /// A `|` that separates no cells.
    static let pipe: Unicode.Scalar = "\u{E003}"
    /// `\|` in a code span: a pipe in a table, both characters elsewhere.
    static let escapedPipe: Unicode.Scalar = "\u{E004}"

    static let all: ClosedRange<Unicode.Scalar> = begin...escapedPipe
  }

  private(set) var pieces: [Piece] = []
  /// What each piece replaced, for places where it means nothing: code, addresses, raw HTML.
  private(set) var sources: [String] = []

  /// Keeps a piece and returns the text that stands for it.
  mutating func add(_ piece: Piece, source: String) -> [UInt8] {
    pieces.append(piece)
    sources.append(source)
    return Array("\(Mark.begin)\(pieces.count - 1)\(Mark.end)".utf8)
  }

  /// A stretch of text with stand-ins.
  enum Stretch {
    case text(String)
    case piece(Int)
  }

  /// Text cut at its stand-ins; fillers are dropped, pipes are put back.
  func stretches(of text: String, inTable: Bool) -> [Stretch] {
    guard text.unicodeScalars.contains(where: Mark.all.contains) else { return [.text(text)] }
    var (output, plain): ([Stretch], String.UnicodeScalarView) = ([], .init())
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case Mark.begin:
        var digits = ""
        while let next = scalars.next(), next != Mark.end { digits.unicodeScalars.append(next) }
        // The author can write the entity of a mark, so the number may be anything.
        guard let index = Int(digits), pieces.indices.contains(index) else { continue }
        if !plain.isEmpty { output.append(.text(String(plain))) }
        plain = .init()
        output.append(.piece(index))
      case Mark.pipe: plain.append("|")
      case Mark.escapedPipe: plain.append(contentsOf: (inTable ? "|" : "\\|").unicodeScalars)
      case Mark.filler, Mark.end: continue
      default: plain.append(scalar)
      }
    }
    if !plain.isEmpty { output.append(.text(String(plain))) }
    return output
  }

  /// Text with every piece as it was written; parameters keep their value.
  func restored(_ text: String, inTable: Bool) -> String {
    stretches(of: text, inTable: inTable).map { stretch in
      switch stretch {
      case .text(let text): text
      case .piece(let index): plainText(index)
      }
    }.joined()
  }

  /// What a piece reads as where it cannot be more than text.
  func plainText(_ index: Int) -> String {
    if case .text(let value) = pieces[index] { return value }
    return sources[index]
  }
}
