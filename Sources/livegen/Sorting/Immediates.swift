/// What follows the code of an instruction in a module: numbers in LEB128, then plain bytes.
///
/// Source: WebAssembly Core Specification 2.0, "Binary Format", "Instructions".
struct Immediates: Equatable {
  /// Where the first of them goes; each of the others goes to the next stream.
  var stream: Stream
  /// How many numbers there are.
  var numbers = 0
  /// How many bytes follow the numbers.
  var bytes = 0

  /// None.
  static let none = Immediates(stream: .codes)
  /// A table of labels: its length, as many labels, and the label of all other values.
  static let labels = Immediates(stream: .labels, numbers: 255)
}

extension Immediates {
  /// What follows an instruction; `nil` if no such instruction is known here.
  static func of(_ instruction: Instruction) -> Immediates? {
    switch instruction.prefix {
    case nil: plain(instruction.code)
    case Instruction.bulkPrefix: bulk(instruction.code)
    default: vector(instruction.code)
    }
  }

  private static func plain(_ code: Int) -> Immediates? {
    switch code {
    case 0x02...0x04: Immediates(stream: .blockTypes, numbers: 1)
    case 0x0c, 0x0d: Immediates(stream: .depths, numbers: 1)
    case 0x0e: labels
    case 0x10: Immediates(stream: .calls, numbers: 1)
    case 0x11: Immediates(stream: .indirectCalls, numbers: 2)
    case 0x20...0x22: Immediates(stream: .locals, numbers: 1)
    case 0x23, 0x24: Immediates(stream: .globals, numbers: 1)
    case 0x28...0x3e: Immediates(stream: .alignments, numbers: 2)
    case 0x3f, 0x40: Immediates(stream: .memories, numbers: 1)
    case 0x41: Immediates(stream: .integers, numbers: 1)
    case 0x42: Immediates(stream: .longIntegers, numbers: 1)
    case 0x43: Immediates(stream: .singles, bytes: 4)
    case 0x44: Immediates(stream: .doubles, bytes: 8)
    case 0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0x45...0xc4: none
    default: nil
    }
  }

  // Conversions that saturate, and copies and fills of memory.
  private static func bulk(_ code: Int) -> Immediates? {
    switch code {
    case 0...7: none
    case 10: Immediates(stream: .memories, numbers: 2)
    case 11: Immediates(stream: .memories, numbers: 1)
    default: nil
    }
  }

  private static func vector(_ code: Int) -> Immediates? {
    switch code {
    case 0...11, 92, 93: Immediates(stream: .alignments, numbers: 2)
    case 12, 13: Immediates(stream: .lanes, bytes: 16)
    case 21...34: Immediates(stream: .lanes, bytes: 1)
    case 84...91: Immediates(stream: .alignments, numbers: 2, bytes: 1)
    case 14...275: none
    default: nil
    }
  }
}
