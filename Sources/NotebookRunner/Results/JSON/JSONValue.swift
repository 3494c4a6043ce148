/// A JSON value that keeps the digits of its numbers, the order of its members and its place.
struct JSONValue: Sendable {
  /// What a value is.
  indirect enum Content: Sendable {
    case null
    case boolean(Bool)
    /// As written.
    case number(String)
    case text(String)
    /// Written with one item a line.
    case list([JSONValue])
    /// A list that is written in one line; a file that is read has none.
    case row([JSONValue])
    case object([Member])
  }

  /// A name with its value.
  struct Member: Sendable {
    let name: String
    let value: JSONValue
  }

  let content: Content
  /// The line of the file, counted from 1; 0 for a value that was not read.
  let line: Int

  init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  /// The members of an object in their order; nil for other values.
  var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  /// The items of a list; nil for other values.
  var items: [JSONValue]? {
    switch content {
    case .list(let items), .row(let items): return items
    default: return nil
    }
  }

  /// The text; nil for other values.
  var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The member called `name`; nil if there is none.
  subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }
}
