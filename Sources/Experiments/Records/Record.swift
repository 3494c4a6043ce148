/// What the slow part of an experiment found, as bytes: with the options and the data, all metrics and
/// figures follow from it without training again.
///
/// Numbers stand one after the other, least byte first, in the order in which they were put in; the
/// experiment alone knows what they mean.
public struct Record: Equatable, Sendable {
  /// The bytes so far.
  public private(set) var bytes: [UInt8]

  /// A record of these bytes; empty, to be filled, without any.
  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Appends a value.
  package mutating func put(_ value: some Recordable) { value.put(into: &self) }

  mutating func append(_ word: some FixedWidthInteger) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }
}

/// A value that a record can hold.
package protocol Recordable {
  /// Appends the value to `record`.
  func put(into record: inout Record)
  /// Takes the value that was put in at the reader's place.
  ///
  /// - Throws: `RecordError` if the bytes end or cannot be such a value.
  init(from reader: inout RecordReader) throws(RecordError)
}

/// A record that is cut short or holds something else than was asked for.
public enum RecordError: Error, Equatable, Sendable {
  /// It cannot be what was put in.
  case damaged
}

/// Takes the values of a record in the order in which they were put in.
public struct RecordReader {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader at the record's beginning.
  public init(_ record: Record) { bytes = record.bytes }

  /// Whether everything was taken.
  public var isAtEnd: Bool { position == bytes.count }

  /// The next value.
  package mutating func take<Value: Recordable>(
    _ type: Value.Type = Value.self
  ) throws(RecordError) -> Value {
    try Value(from: &self)
  }

  mutating func word<Word: FixedWidthInteger>(
    _ type: Word.Type = Word.self
  ) throws(RecordError) -> Word {
    let end = position + MemoryLayout<Word>.size
    guard end <= bytes.count else { throw .damaged }
    defer { position = end }
    return bytes.withUnsafeBytes { raw in
      Word(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: Word.self))
    }
  }

  /// A count of items of at least `size` bytes each, which must fit into what is left.
  mutating func count(ofItems size: Int) throws(RecordError) -> Int {
    let count = try word(Int64.self)
    guard count >= 0, count <= Int64((bytes.count - position) / size) else { throw .damaged }
    return Int(count)
  }

  mutating func bytes(_ count: Int) throws(RecordError) -> [UInt8] {
    guard count >= 0, count <= bytes.count - position else { throw .damaged }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }
}
