/// A start tag as a browser's tokenizer would see it.
struct ScannedTag: Equatable {
  var name: String
  var attributes: [String: String] = [:]
}

/// Splits HTML into its start tags, closely enough to how browsers do it that markup which slips
/// out of text or out of an attribute shows up as a tag or as an attribute.
struct PageScanner {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var tags: [ScannedTag] = []

  /// Scans `html` as a whole.
  init(_ html: String) {
    bytes = Array(html.utf8)
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), isLetter(at: index + 1) else {
        index += 1
        continue
      }
      index += 1
      let tag = scanTag()
      tags.append(tag)
      // Browsers read no tags inside of these until the very end tag.
      if ["script", "style", "title"].contains(tag.name) { skipText(of: tag.name) }
    }
  }

  private func isLetter(at index: Int) -> Bool {
    index < bytes.count && UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] | 0x20
  }

  private mutating func scanTag() -> ScannedTag {
    var tag = ScannedTag(name: scanWord(until: " \n\t/>").lowercased())
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if " \n\t/".utf8.contains(bytes[index]) {
        index += 1
        continue
      }
      let name = scanWord(until: " \n\t/>=").lowercased()
      var value = ""
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        value = scanValue()
      } else if name.isEmpty {
        index += 1
      }
      tag.attributes[name] = value
    }
    index += 1
    return tag
  }

  private mutating func scanValue() -> String {
    guard index < bytes.count, "\"'".utf8.contains(bytes[index]) else {
      return scanWord(until: " \n\t>")
    }
    let quote = bytes[index]
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote { index += 1 }
    defer { index += 1 }
    return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
  }

  private mutating func scanWord(until stops: String) -> String {
    let start = index
    while index < bytes.count, !stops.utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipText(of element: String) {
    let end = Array("</\(element)".utf8)
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
  }
}
