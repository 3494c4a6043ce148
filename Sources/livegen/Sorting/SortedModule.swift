/// A WebAssembly module with its bytes sorted by what they mean, which gzip makes a quarter smaller
/// than the module itself: codes of instructions lie among codes, numbers of variables among numbers
/// of variables. A page puts it together again (live-module.js).
///
/// ```
/// number    size of the module
/// number    size of each stream, in the order of `Stream`
/// bytes     for each row of `Instruction`: stream, numbers and bytes of its `Immediates`
/// bytes     the streams
/// ```
///
/// Numbers are LEB128, as in the module. Source: the "wire" format of Ernst et al., "Code
/// Compression", PLDI 1997.
struct SortedModule {
  private let size: Int
  private var streams: [Stream: [UInt8]] = [:]

  /// Sorts a module.
  ///
  /// - Throws: `LiveError.unknownInstruction` for an instruction that `Immediates` does not know.
  init(_ module: [UInt8]) throws(LiveError) {
    size = module.count
    var reader = ModuleReader(module)
    let functions = reader.skipToFunctions()
    streams[.head] = Array(module[..<reader.position])
    for _ in 0..<functions { try sortFunction(&reader) }
    streams[.tail] = Array(module[reader.position...])
  }

  /// The format above.
  var bytes: [UInt8] {
    let streams = Stream.allCases.map { self.streams[$0, default: []] }
    return ([size] + streams.map(\.count)).flatMap(Self.number) + Self.table + streams.joined()
  }

  private static var table: [UInt8] {
    (0..<Instruction.rows).flatMap { row in
      let immediates = Immediates.of(Instruction(row: row)) ?? .none
      return [
        immediates.stream.rawValue, UInt8(immediates.numbers), UInt8(immediates.bytes),
      ]
    }
  }

  private static func number(_ value: Int) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7f | 0x80)] + number(value >> 7)
  }
}

extension SortedModule {
  private mutating func sortFunction(_ reader: inout ModuleReader) throws(LiveError) {
    let size = moveNumber(from: &reader, to: .frames)
    let end = reader.position + size
    for _ in 0..<moveNumber(from: &reader, to: .frames) {
      // So many variables of a type.
      moveNumber(from: &reader, to: .frames)
      move(1, from: &reader, to: .frames)
    }
    while reader.position < end { try sortInstruction(&reader) }
  }

  private mutating func sortInstruction(_ reader: inout ModuleReader) throws(LiveError) {
    let position = reader.position
    let instruction = moveInstruction(from: &reader)
    guard let immediates = Immediates.of(instruction) else {
      throw .unknownInstruction(code: instruction.row, offset: position)
    }
    if immediates == .labels {
      for _ in 0...moveNumber(from: &reader, to: .labels) {
        moveNumber(from: &reader, to: .labels)
      }
      return
    }
    for number in 0..<immediates.numbers {
      moveNumber(from: &reader, to: immediates.stream.next(number))
    }
    move(immediates.bytes, from: &reader, to: immediates.stream.next(immediates.numbers))
  }

  private mutating func moveInstruction(from reader: inout ModuleReader) -> Instruction {
    let code = reader.next
    move(1, from: &reader, to: .codes)
    guard code >= Instruction.bulkPrefix else { return Instruction(code: Int(code)) }
    return Instruction(prefix: code, code: moveNumber(from: &reader, to: .codes))
  }

  private mutating func move(_ count: Int, from reader: inout ModuleReader, to stream: Stream) {
    streams[stream, default: []] += reader.bytes(count)
  }

  @discardableResult
  private mutating func moveNumber(from reader: inout ModuleReader, to stream: Stream) -> Int {
    let (value, size) = reader.number
    move(size, from: &reader, to: stream)
    return value
  }
}
