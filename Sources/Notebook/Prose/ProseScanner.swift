/// Takes formulas, values, cross references and parameters out of a paragraph's text.
///
/// The order of precedence is that of CommonMark: backslash escapes, code spans, the rest.
struct ProseScanner {
  var lines: ProseLines
  let parameters: Parameters?
  /// Whether `@key` without brackets is a citation.
  private let cites: Bool
  var index = 0
  /// The brackets that end notes and spans, each with the byte behind what belongs to it.
  var bracketEnds: [Int: Int] = [:]
  private var output: [UInt8] = []
  /// The start of the last run of backticks of each length, so that a run without a counterpart
  /// is known without reading on.
  private let lastRuns: [Int: Int]
  /// The last bracket that may close a note, and the last that may close a span.
  let lastBrackets: (note: Int, span: Int)

  /// - Parameter parameters: nil where they are already replaced.
  init(_ lines: ProseLines, parameters: Parameters?, cites: Bool) {
    self.cites = cites
    self.lines = lines
    self.parameters = parameters
    lastRuns = ProseScanner.lastRuns(lines.bytes)
    lastBrackets = ProseScanner.lastBrackets(lines.bytes)
  }

  /// The text with stand-ins: as many lines as before.
  mutating func protect(
    store: inout PieceStore, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let bytes = lines.bytes
    while index < bytes.count {
      switch bytes[index] {
      case .backslash: escape()
      case .backtick: codeSpan(&store, &diagnostics)
      case .dollar: dollar(&store, &diagnostics)
      case UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "-"): reference(&store)
      case UInt8(ascii: "]"): bracketEnd(&store)
      case UInt8(ascii: "!"): image(&store)
      case UInt8(ascii: "{"): attributes(&store)
      case UInt8(ascii: "^"): inlineFootnote(&store)
      default: copy(1)
      }
    }
    return output
  }

  mutating func copy(_ count: Int) {
    output += lines.bytes[index..<min(index + count, lines.bytes.count)]
    index = min(index + count, lines.bytes.count)
  }

  private mutating func emit(_ mark: Unicode.Scalar) {
    output += mark.utf8Bytes
  }

  /// Puts a stand-in for the bytes up to `end`, and a filler on each further line they fill.
  mutating func take(_ piece: Piece, to end: Int, _ store: inout PieceStore) {
    let source = lines.bytes[index..<end]
    output += store.add(piece, source: source.string)
    for byte in source where byte == .newline {
      output.append(byte)
      emit(PieceStore.Mark.filler)
    }
    index = end
  }
}

// MARK: - Escapes and code

extension ProseScanner {
  private mutating func escape() {
    guard index + 1 < lines.bytes.count, lines.bytes[index + 1] == .pipe else { return copy(2) }
    emit(PieceStore.Mark.pipe)
    index += 2
  }

  /// A code span up to an equally long run of backticks; without one, the backticks are text.
  private mutating func codeSpan(_ store: inout PieceStore, _ diagnostics: inout Diagnostics) {
    let bytes = lines.bytes
    let length = bytes.runLength(at: index)
    guard let close = closingRun(length, from: index + length) else { return copy(length) }
    let content = bytes[(index + length)..<close]
    // Two backticks show a value reference as code.
    if length == 1, ValueReferenceParser.isReference(content) {
      var parser = ValueReferenceParser(content, position: lines.position(of: index))
      if let value = parser.parse(&diagnostics) {
        return take(.value(value), to: close + 1, &store)
      }
    }
    copy(length)
    while index < close {
      if bytes[index] == .backslash, index + 1 < close, bytes[index + 1] == .pipe {
        emit(PieceStore.Mark.escapedPipe)
        index += 2
      } else if bytes[index] == .pipe {
        emit(PieceStore.Mark.pipe)
        index += 1
      } else {
        copy(1)
      }
    }
    copy(length)
  }

  func closingRun(_ length: Int, from start: Int) -> Int? {
    guard let last = lastRuns[length], last >= start else { return nil }
    var index = start
    while index < last {
      let run = lines.bytes[index] == .backtick ? lines.bytes.runLength(at: index) : 0
      if run == length { return index }
      index += max(run, 1)
    }
    return last
  }

  private static func lastRuns(_ bytes: [UInt8]) -> [Int: Int] {
    var (runs, index): ([Int: Int], Int) = ([:], 0)
    while let start = bytes[index...].firstIndex(of: .backtick) {
      let length = bytes.runLength(at: start)
      runs[length] = start
      index = start + length
    }
    return runs
  }
}

// MARK: - Parameters and formulas

extension ProseScanner {
  private mutating func dollar(_ store: inout PieceStore, _ diagnostics: inout Diagnostics) {
    let use = parameters?.use(in: lines.bytes, at: index)
    if let use, let value = parameters?.value(of: use.name) {
      return take(.text(value), to: use.end, &store)
    }
    if let span = FormulaSpan(in: lines.bytes, at: index, parameters: parameters) {
      let (formula, end) = formula(span, &diagnostics)
      return take(.math(formula), to: end, &store)
    }
    guard let use, let parameters else { return copy(1) }
    diagnostics.report(
      .undeclaredParameter(use.name, known: parameters.names), at: lines.position(of: index))
    copy(use.end - index)
  }

  /// The formula of a span, with the label behind it.
  private mutating func formula(
    _ span: FormulaSpan, _ diagnostics: inout Diagnostics
  ) -> (Formula, end: Int) {
    let position = lines.position(of: index)
    var starts = [lines.position(of: span.tex.startIndex)]
    for offset in span.tex.indices where span.tex[offset] == .newline {
      starts.append(lines.position(of: offset + 1))
    }
    var formula = Formula(
      tex: parameters?.substituted(in: span.tex) ?? span.tex.string,
      isDisplayed: span.isDisplayed, position: position, lines: starts)
    let rest = lines.bytes[span.end...].drop { $0.isBlank }.startIndex
    guard span.isDisplayed, let found = Attributes.read(in: lines.bytes, at: rest),
      let label = found.attributes.label
    else { return (formula, span.end) }
    formula.label = EquationLabel.checked(label, at: lines.position(of: rest), &diagnostics)
    return (formula, found.end)
  }
}

// MARK: - Cross references

extension ProseScanner {
  /// `@fig-x`, or `[@fig-x]` with the brackets.
  private mutating func reference(_ store: inout PieceStore) {
    let bytes = lines.bytes
    let bracketed = bytes[index] == UInt8(ascii: "[")
    let start = index + (bracketed ? 1 : 0)
    if bracketed, let (name, end) = FootnoteName.read(in: bytes, at: index) {
      return take(.footnote(name: name, lines.position(of: index)), to: end, &store)
    }
    guard let label = CrossReference.label(in: bytes, at: start) else { return citation(&store) }
    var end = start + 1 + label.utf8.count
    if bracketed {
      // `[@fig-x](…)` is a link with a text of its own.
      let after = end + 1 < bytes.count ? bytes[end + 1] : 0
      guard end < bytes.count, bytes[end] == UInt8(ascii: "]"),
        after != UInt8(ascii: "("), after != UInt8(ascii: "[")
      else { return copy(1) }
      end += 1
    }
    take(.reference(label: label, lines.position(of: index)), to: end, &store)
  }

  /// `@key`, `-@key`, or `[see @key; @other]`; a bracket that begins none may begin a span.
  private mutating func citation(_ store: inout PieceStore) {
    let isInText = lines.bytes[index] != UInt8(ascii: "[")
    guard cites || !isInText, let found = CitationParser.read(in: lines.bytes, at: index) else {
      return isInText ? copy(1) : span(&store)
    }
    let items = found.items.map { item in
      var work = Citation.Item(key: item.key, position: lines.position(of: item.at))
      (work.prefix, work.suffix) = (item.prefix, item.suffix)
      work.hidesAuthor = item.hidesAuthor
      return work
    }
    let citation = Citation(
      items: items, isInText: found.isInText, written: lines.bytes[index..<found.end].string)
    take(.citation(citation), to: found.end, &store)
  }
}

// MARK: - Images

extension ProseScanner {
  /// Notes the place of an image, which CommonMark does not tell: within its brackets.
  private mutating func image(_ store: inout PieceStore) {
    let next = index + 1 < lines.bytes.count ? lines.bytes[index + 1] : 0
    guard next == UInt8(ascii: "["), hasAddress(from: index + 2) else { return copy(1) }
    let position = lines.position(of: index)
    copy(2)
    output += store.add(.place(position), source: "")
  }

  /// Whether brackets that open before `start` are followed by an address or a label: to a label in the
  /// brackets themselves nothing may be added.
  private func hasAddress(from start: Int) -> Bool {
    var depth = 1
    for index in start..<min(start + 4096, lines.bytes.count) {
      switch lines.bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: continue
      }
      guard depth == 0 else { continue }
      let next = lines.bytes[min(index + 1, lines.bytes.count - 1)]
      let afterwards = lines.bytes[min(index + 2, lines.bytes.count - 1)]
      return next == UInt8(ascii: "(")
        || next == UInt8(ascii: "[") && afterwards != UInt8(ascii: "]")
    }
    return false
  }

  /// Attributes behind an image or a link.
  private mutating func attributes(_ store: inout PieceStore) {
    let before = index > 0 ? lines.bytes[index - 1] : 0
    guard ")]".utf8.contains(before),
      let (attributes, end) = Attributes.read(in: lines.bytes, at: index)
    else { return copy(1) }
    take(.attributes(attributes), to: end, &store)
  }
}
