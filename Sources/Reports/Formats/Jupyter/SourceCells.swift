import Notebook

/// The text of a notebook cut into cells: front matter, prose, blocks. Together with what stands between
/// them they are the text, byte for byte.
struct SourceCells {
  /// What a cell holds.
  enum Kind: Equatable {
    case frontMatter
    case prose
    /// A block, an index into the notebook's.
    case block(Int)
  }

  /// A piece of the text.
  struct Cell: Equatable {
    var kind: Kind
    /// The first line, counted from 1.
    var line: Int
    /// What stands before the text and is no part of it: the opening fence with its line end.
    var open = ""
    var text: String
    /// What stands behind it: the closing fence.
    var close = ""
    /// What follows before the next cell.
    var gap = ""
  }

  /// What stands before the first cell.
  private(set) var lead = ""
  private(set) var cells: [Cell] = []

  /// - Parameters:
  ///   - source: the text as it is on disk.
  ///   - notebook: what was read from it.
  init(_ source: String, _ notebook: Notebook) {
    let lines = Self.lines(of: source)
    var next = 0
    if let end = Self.endOfFrontMatter(lines) {
      add(.frontMatter, lines, 0..<end)
      next = end
    }
    for (index, block) in Self.ownBlocks(of: notebook) {
      let range = block.lines.lowerBound - 1..<min(block.lines.upperBound, lines.count)
      guard range.lowerBound >= next, range.count >= 2 else { continue }
      addProse(lines, next..<range.lowerBound)
      addBlock(index, lines, range)
      next = range.upperBound
    }
    addProse(lines, next..<lines.count)
  }

  /// The blocks that are no part of an included file, of a list or of a quote.
  private static func ownBlocks(of notebook: Notebook) -> [(Int, ExperimentBlock)] {
    notebook.elements.compactMap { element in
      guard case .block(let index) = element else { return nil }
      let block = notebook.blocks[index]
      return block.kindPosition.file == 0 ? (index, block) : nil
    }
  }
}

// MARK: - Lines

extension SourceCells {
  /// The lines with their ends: `\n`, `\r\n` or `\r`.
  private static func lines(of source: String) -> [String] {
    var (lines, line): ([String], [UInt8]) = ([], [])
    let bytes = Array(source.utf8)
    for (index, byte) in bytes.enumerated() {
      line.append(byte)
      let isReturn = byte == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10)
      if byte == 10 || isReturn {
        lines.append(String(decoding: line, as: UTF8.self))
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
  }

  private static func endOfFrontMatter(_ lines: [String]) -> Int? {
    let trimmed = lines.map { $0.trimmingEnd }
    guard let first = trimmed.first, first == "---" || first == "\u{FEFF}---" else { return nil }
    return trimmed.dropFirst().firstIndex { $0 == "---" || $0 == "..." }.map { $0 + 1 }
  }
}

// MARK: - Cutting

extension SourceCells {
  private mutating func add(_ kind: Kind, _ lines: [String], _ range: Range<Int>) {
    let whole = lines[range].joined()
    let text = whole.trimmingLineEnds
    cells.append(
      Cell(
        kind: kind, line: range.lowerBound + 1, text: text,
        gap: String(decoding: whole.utf8.dropFirst(text.utf8.count), as: UTF8.self)))
  }

  /// Empty lines before and behind the text belong to what stands between cells.
  private mutating func addProse(_ lines: [String], _ range: Range<Int>) {
    let isEmpty = lines[range].map { $0.allSatisfy(\.isWhitespace) || $0 == "\u{FEFF}" }
    guard let first = isEmpty.firstIndex(of: false) else { return put(lines[range].joined()) }
    put(lines[range].prefix(first).joined())
    let last = isEmpty.lastIndex(of: false) ?? first
    let start = range.lowerBound
    add(.prose, lines, start + first..<start + last + 1)
    put(lines[start + last + 1..<range.upperBound].joined())
  }

  private mutating func addBlock(_ index: Int, _ lines: [String], _ range: Range<Int>) {
    let body = lines[range.lowerBound + 1..<range.upperBound - 1].joined()
    let text = body.trimmingLineEnd
    let end = String(decoding: body.utf8.dropFirst(text.utf8.count), as: UTF8.self)
    let closing = lines[range.upperBound - 1]
    let close = closing.trimmingLineEnds
    cells.append(
      Cell(
        kind: .block(index), line: range.lowerBound + 1, open: lines[range.lowerBound], text: text,
        close: end + close,
        gap: String(decoding: closing.utf8.dropFirst(close.utf8.count), as: UTF8.self)))
  }

  private mutating func put(_ space: String) {
    if cells.isEmpty { lead += space } else { cells[cells.count - 1].gap += space }
  }
}

extension String {
  /// Without spaces, tabs and line ends behind it. By bytes: `\r\n` is one character.
  fileprivate var trimmingEnd: String { trimmed { $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 } }

  /// Without line ends behind it.
  fileprivate var trimmingLineEnds: String { trimmed { $0 == 10 || $0 == 13 } }

  /// Without the last line end.
  fileprivate var trimmingLineEnd: String {
    if utf8.last == 10 {
      let rest = utf8.dropLast()
      return String(decoding: rest.last == 13 ? rest.dropLast() : rest, as: UTF8.self)
    }
    return utf8.last == 13 ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }

  private func trimmed(_ isDropped: (UInt8) -> Bool) -> String {
    var bytes = utf8[...]
    while let last = bytes.last, isDropped(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
