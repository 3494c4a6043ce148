/// Reads a module from its begin to its end.
struct ModuleReader {
  private let module: [UInt8]
  /// Where it reads next.
  private(set) var position = 0

  init(_ module: [UInt8]) {
    self.module = module
  }

  /// The byte that is read next.
  var next: UInt8 { module[position] }

  /// The LEB128 number that is read next, and how many bytes it has.
  var number: (value: Int, size: Int) {
    var value = 0
    var size = 0
    repeat {
      value |= Int(module[position + size] & 0x7f) << (7 * size)
      size += 1
    } while module[position + size - 1] >= 0x80
    return (value, size)
  }

  /// Reads so many bytes.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    position += count
    return module[(position - count)..<position]
  }

  /// Reads up to the first function's code; how many functions follow, 0 where there is no code.
  mutating func skipToFunctions() -> Int {
    // The magic number and the version.
    position = 8
    while position < module.count {
      let isCode = readByte() == 10
      let size = readNumber()
      if isCode { return readNumber() }
      position += size
    }
    return 0
  }

  private mutating func readByte() -> UInt8 {
    position += 1
    return module[position - 1]
  }

  private mutating func readNumber() -> Int {
    let (value, size) = number
    position += size
    return value
  }
}
