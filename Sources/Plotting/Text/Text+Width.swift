// There are no font metrics here, and the reader's font is unknown: every label gets the room that
// it needs in DejaVu Sans, the widest of the common fallbacks.

extension Text {
  /// The width to reserve for this text at a font size, in the unit of `size`.
  ///
  /// 0.60 em a digit, 0.62 em a letter, 0.64 em when bold; 0.34 em for points, commas, spaces and
  /// other narrow marks, 0.84 em for minus and arithmetic signs.
  public func width(size: Double, bold: Bool = false) -> Double {
    var em = 0.0
    var position = 0
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      em += Text.advance(of: scalar, bold: bold)
      position += length
    }
    return em * size
  }

  private static func advance(of scalar: UInt32, bold: Bool) -> Double {
    switch scalar {
    case 0x20, 0x21, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x7C, 0xB7, 0x2019:
      bold ? 0.40 : 0.34
    case 0x2009, 0x202F: 0.20
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209F: bold ? 0.46 : 0.42
    case 0x2B, 0x3D, 0xD7, 0x2190...0x22FF, 0x25, 0x6D, 0x4D, 0x77, 0x57, 0x2014, 0x2026:
      bold ? 0.96 : 0.86
    case 0x30...0x39: bold ? 0.64 : 0.60
    default: bold ? 0.64 : 0.62
    }
  }

  /// The Unicode scalar at a byte position and its length in bytes.
  func scalar(at position: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[position]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, position + length <= bytes.count else { return (UInt32(first), 1) }
    var scalar = UInt32(first & (0xFF >> UInt8(length + 1)))
    for next in bytes[(position + 1)..<(position + length)] {
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }
}
