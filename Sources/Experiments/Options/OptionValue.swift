public import Plotting

/// What a user wrote for an experiment: from the YAML of a block or from a slider. Both make this
/// tree; all that follows is shared.
public struct OptionValue: Sendable, Equatable {
  /// Where it was written; nil if nobody wrote it.
  public var place: Place?
  /// What was written.
  public var content: Content

  /// A value.
  public init(_ content: Content, at place: Place? = nil) {
    self.content = content
    self.place = place
  }

  /// A line and a column, both from 1, of one of the notebook's files.
  public struct Place: Sendable, Equatable {
    /// The file: 0 for the notebook itself, else the number that the notebook gave to it.
    public var file: Int32
    /// The line.
    public var line: Int32
    /// The column.
    public var column: Int32

    /// A place; of the notebook itself if no file is given.
    public init(line: Int32, column: Int32, file: Int32 = 0) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// The forms a value can have.
  public indirect enum Content: Sendable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(Text)
    case list([OptionValue])
    case map([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: Text
    /// Where the key stands.
    public var keyPlace: OptionValue.Place?
    /// What belongs to it.
    public var value: OptionValue

    /// A key with its value.
    public init(key: Text, at keyPlace: OptionValue.Place? = nil, value: OptionValue) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  /// The value of `key`, if this is a map that has it.
  public subscript(key: Text) -> OptionValue? {
    guard case .map(let entries) = content else { return nil }
    for entry in entries where entry.key == key { return entry.value }
    return nil
  }

  /// A number that nobody wrote: a default.
  public static func number(_ number: Double) -> OptionValue { OptionValue(.number(number)) }
  /// A name that nobody wrote: a default.
  public static func name(_ name: Name) -> OptionValue { OptionValue(.text(name.text)) }
  /// Numbers that nobody wrote: a default.
  public static func numbers(_ numbers: [Double]) -> OptionValue {
    OptionValue(.list(numbers.map { .number($0) }))
  }
  /// A truth value that nobody wrote: a default.
  public static func boolean(_ value: Bool) -> OptionValue { OptionValue(.boolean(value)) }
  /// A one-entry map that nobody wrote: a default.
  public static func map(_ key: Name, _ value: OptionValue) -> OptionValue {
    OptionValue(.map([Entry(key: key.text, value: value)]))
  }
}

extension OptionValue {
  /// What was found, for messages: `'adm'`, `a list`, `-3`.
  var found: Text {
    switch content {
    case .null: return "nothing"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let number): return "\(typed: number)"
    case .text(let text): return "'\(text.shortened)'"
    case .list(let items): return items.count == 1 ? "a list of 1" : "a list of \(items.count)"
    case .map: return "a map"
    }
  }
}
