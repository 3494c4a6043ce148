import Foundation
import SwiftCSV

/// A CSV file as text cells: a header and rows of the same length.
public struct CSVTable: Sendable, Equatable {
  /// The file.
  public let path: String
  /// The names of the columns, unique.
  public let header: [String]
  /// The cells, without spaces around them.
  public let rows: [[String]]
  /// The line of the file where each row begins, from 1.
  public let lines: [Int]
  /// What separates the cells: `,`, `;` or a tab.
  public let delimiter: Character
  /// The text of the file, for the places in messages.
  let source: String

  /// The largest file that is read, unpacked: 256 MiB.
  public static let sizeLimit = 256 << 20

  /// Reads a file, compressed with gzip or not. Empty lines are skipped.
  ///
  /// - Parameters:
  ///   - path: the file, UTF-8.
  ///   - delimiter: what separates the cells; nil for the most frequent of `,`, `;` and tab in the
  ///     first line.
  ///   - hasHeader: whether the first line names the columns; if not, they are called 1, 2, 3, ….
  /// - Throws: `notUTF8`, `badQuotes`, `raggedRow`, `emptyTable`, `noRows`, `duplicateColumn`, and
  ///   what opening a file can throw.
  public init(
    path: String, delimiter: Character? = nil, hasHeader: Bool = true
  ) throws(DatasetError) {
    try self.init(
      text: try dataText(path: path), path: path, delimiter: delimiter, hasHeader: hasHeader)
  }

  /// Reads a table from its text; `path` is for messages.
  public init(
    text: String, path: String, delimiter: Character? = nil, hasHeader: Bool = true
  ) throws(DatasetError) {
    self.path = path
    source = text
    self.delimiter = delimiter ?? CSVTable.guessDelimiter(text)
    var parsed = try CSVTable.parse(text, path, self.delimiter)
    guard let first = parsed.first else { throw .emptyTable(path: path) }
    header = hasHeader ? first.cells : (1...first.cells.count).map { "\($0)" }
    if hasHeader { parsed.removeFirst() }
    guard !parsed.isEmpty else { throw .noRows(path: path) }
    try CSVTable.checkNames(header, path)
    for row in parsed where row.cells.count != header.count {
      throw .raggedRow(
        path: path, line: row.line, expected: header.count, found: row.cells.count)
    }
    rows = parsed.map(\.cells)
    lines = parsed.map(\.line)
  }

  /// The index of a column.
  ///
  /// - Throws: `missingColumn` with the names there are.
  public func column(_ name: String) throws(DatasetError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(path: path, name: name, known: header)
    }
    return index
  }
}

// MARK: - Parsing

extension CSVTable {
  private static func parse(
    _ text: String, _ path: String, _ delimiter: Character
  ) throws(DatasetError) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var line = 1
    do {
      // The last line gets an end: SwiftCSV would drop an empty cell there.
      let source = text.last?.isNewline == false ? text + "\n" : text
      // SwiftCSV makes rows of its own equally long, so it is asked for none and then for each.
      let csv = try EnumeratedCSV(
        string: source, delimiter: .character(delimiter), loadColumns: false,
        rowLimit: 0)
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { fields in
        let cells = fields.map(trimmed)
        if cells != [""] { rows.append((line, cells)) }
        line += 1 + fields.reduce(0) { $0 + lineEnds($1) }
      }
    } catch {
      throw .badQuotes(path: path, line: line)
    }
    // A quote that is never closed swallows the rest of the file without an error.
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw .badQuotes(path: path, line: rows.last?.line ?? 1)
    }
    return rows
  }

  // Most of millions of cells need neither trimming nor counting, so bytes decide first.

  private static func trimmed(_ field: String) -> String {
    let isPlain = { (byte: UInt8?) in byte.map { $0 > UInt8(ascii: " ") && $0 < 0x80 } ?? true }
    if isPlain(field.utf8.first), isPlain(field.utf8.last) { return field }
    return field.trimmingCharacters(in: CharacterSet.whitespacesAndNewlines)
  }

  private static func lineEnds(_ field: String) -> Int {
    let isControl = { (byte: UInt8) in byte < UInt8(ascii: " ") || byte >= 0x80 }
    return field.utf8.contains(where: isControl) ? field.count(where: \.isNewline) : 0
  }

  /// The most frequent candidate in the first line, outside quotes; the comma if there is none.
  static func guessDelimiter(_ text: String) -> Character {
    var (counts, inQuotes): ([Character: Int], Bool) = ([:], false)
    for character in text.prefix(while: { !$0.isNewline }) {
      if character == "\"" { inQuotes.toggle() }
      if !inQuotes { counts[character, default: 0] += 1 }
    }
    let candidates: [Character] = [",", ";", "\t"]
    return candidates.reduce(",") { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  private static func checkNames(_ names: [String], _ path: String) throws(DatasetError) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw .duplicateColumn(path: path, name: name)
    }
  }
}
