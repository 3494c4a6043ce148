import Notebook

/// Finds where the links of a notebook stand, as the document does not say it: the n-th link to an
/// address is the n-th place where it is written like one.
struct LinkPlaces {
  private let places: [String: [SourcePosition]]
  private var used: [String: Int] = [:]

  init(_ notebook: Notebook) {
    var places: [String: [SourcePosition]] = [:]
    for (file, content) in notebook.files.enumerated() {
      let lines = content.source.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where line.contains(UInt8(ascii: "]")) {
        for (address, column) in Self.addresses(Substring(line)) {
          places[address, default: []].append(
            SourcePosition(line: number + 1, column: column, file: file))
        }
      }
    }
    self.places = places
  }

  /// What stands like an address of a link in a line, with its column.
  private static func addresses(_ line: Substring) -> [(String, Int)] {
    line.matches(of: /\](?:\(|:\s*)<?([^\s()<>]+)/).map { match in
      let before = line[..<match.output.1.startIndex]
      return (String(match.output.1), before.unicodeScalars.count + 1)
    }
  }

  /// The place of the next link to `address`; nil if it is written with escapes.
  mutating func next(_ address: String) -> SourcePosition? {
    guard let places = places[address] else { return nil }
    let number = used[address] ?? 0
    used[address] = number + 1
    // A definition at the end of the file serves many links.
    return places[min(number, places.count - 1)]
  }
}
