package import Plotting

extension Text {
  /// Appends `text` as a JSON string.
  package mutating func append(json text: Text) {
    append(byte: UInt8(ascii: "\""))
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(byte: UInt8(ascii: "\\"))
        append(byte: byte)
      case 0..<32:
        append("\\u00")
        append(byte: byte < 16 ? 48 : 49)
        append(byte: hexadecimalDigit(byte & 15))
      default: append(byte: byte)
      }
    }
    append(byte: UInt8(ascii: "\""))
  }

  /// Appends the bits of a number as 16 hexadecimal digits: exact, NaN and infinity included.
  package mutating func append(bits number: Double) {
    for place in (0..<16).reversed() {
      append(
        byte: hexadecimalDigit(UInt8(truncatingIfNeeded: number.bitPattern >> (4 * place)) & 15))
    }
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
