extension Text {
  /// The bytes in base64 with padding, as a `data:` address holds them.
  static func base64(_ bytes: [UInt8]) -> Text {
    var text = Text()
    text.reserve((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= 8 * UInt32(3 - group.count)
      for place in 0..<4 {
        let sextet = UInt8(bits >> (18 - 6 * UInt32(place)) & 0x3F)
        text.append(byte: place <= group.count ? base64Digit(sextet) : UInt8(ascii: "="))
      }
    }
    return text
  }

  private static func base64Digit(_ sextet: UInt8) -> UInt8 {
    switch sextet {
    case 0..<26: UInt8(ascii: "A") + sextet
    case 26..<52: UInt8(ascii: "a") + sextet - 26
    case 52..<62: UInt8(ascii: "0") + sextet - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }
}
