/// The part of a line that belongs to the quotes and lists around its text.
struct ContainerPrefix {
  /// The first byte after the prefix.
  var end = 0
  /// The number of `>` in it.
  var quoteDepth = 0

  /// The prefix of a line that continues a paragraph within `quoteDepth` quotes.
  ///
  /// Fewer markers than quotes are a lazy continuation. Indentation means nothing in a paragraph,
  /// so what a list adds goes with the spaces.
  init(continuing line: [UInt8], quoteDepth: Int) {
    skipBlanks(line)
    while self.quoteDepth < quoteDepth, skipQuoteMark(line) {}
  }

  /// The prefix of a line that may open quotes and list items.
  init(opening line: [UInt8]) {
    skipBlanks(line)
    while skipQuoteMark(line) || skipListMarker(line) {}
  }

  private mutating func skipBlanks(_ line: [UInt8]) {
    while end < line.count, line[end].isBlank { end += 1 }
  }

  private mutating func skipQuoteMark(_ line: [UInt8]) -> Bool {
    guard end < line.count, line[end] == .quoteMark else { return false }
    end += 1
    quoteDepth += 1
    skipBlanks(line)
    return true
  }

  private mutating func skipListMarker(_ line: [UInt8]) -> Bool {
    var index = end
    while index < line.count, line[index].isDigit { index += 1 }
    let markers = index == end ? Array("-+*".utf8) : Array(".)".utf8)
    guard index + 1 < line.count, markers.contains(line[index]), line[index + 1].isBlank else {
      return false
    }
    end = index + 1
    skipBlanks(line)
    return true
  }
}
