/// The code of an instruction: a byte, or a prefix and a number.
struct Instruction: Equatable {
  var prefix: UInt8?
  var code: Int

  static let bulkPrefix: UInt8 = 0xfc
  static let vectorPrefix: UInt8 = 0xfd

  /// How many rows a table by `row` has.
  static let rows = 3 * 256 + 20

  /// A number of its own for every instruction that is known here.
  var row: Int {
    guard let prefix else { return code }
    return 256 * (Int(prefix) - 0xfb) + code
  }

  /// The instruction of a row.
  init(row: Int) {
    switch row {
    case ..<256: self.init(code: row)
    case 256..<512: self.init(prefix: Self.bulkPrefix, code: row - 256)
    default: self.init(prefix: Self.vectorPrefix, code: row - 512)
    }
  }

  init(prefix: UInt8? = nil, code: Int) {
    (self.prefix, self.code) = (prefix, code)
  }
}
