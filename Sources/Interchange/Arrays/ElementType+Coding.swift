extension ElementType {
  /// The numbers in `bytes`, a whole number of elements; each the `Float` nearest to what is there.
  func decode(_ bytes: ArraySlice<UInt8>, bigEndian: Bool = false) -> [Float] {
    switch self {
    case .float64: map(bytes, bigEndian, UInt64.self) { Float(Double(bitPattern: $0)) }
    case .float32: map(bytes, bigEndian, UInt32.self) { Float(bitPattern: $0) }
    case .float16: map(bytes, bigEndian, UInt16.self, Self.half)
    case .bfloat16: map(bytes, bigEndian, UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
    case .int64: map(bytes, bigEndian, Int64.self) { Float($0) }
    case .int32: map(bytes, bigEndian, Int32.self) { Float($0) }
    case .int16: map(bytes, bigEndian, Int16.self) { Float($0) }
    case .int8: map(bytes, bigEndian, Int8.self) { Float($0) }
    case .uint64: map(bytes, bigEndian, UInt64.self) { Float($0) }
    case .uint32: map(bytes, bigEndian, UInt32.self) { Float($0) }
    case .uint16: map(bytes, bigEndian, UInt16.self) { Float($0) }
    case .uint8: map(bytes, bigEndian, UInt8.self) { Float($0) }
    case .bool: map(bytes, bigEndian, UInt8.self) { $0 == 0 ? 0 : 1 }
    }
  }

  private func map<Number: FixedWidthInteger>(
    _ bytes: ArraySlice<UInt8>, _ bigEndian: Bool, _ type: Number.Type, _ body: (Number) -> Float
  ) -> [Float] {
    bytes.withUnsafeBytes { raw in
      (0..<raw.count / size).map { index in
        let number = raw.loadUnaligned(fromByteOffset: index * size, as: Number.self)
        return body(bigEndian ? Number(bigEndian: number) : Number(littleEndian: number))
      }
    }
  }

  /// A binary16: 1 bit of sign, 5 of exponent, 10 of fraction.
  private static func half(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16, fraction = UInt32(bits & 0x3FF)
    let exponent = UInt32(bits >> 10 & 0x1F)
    switch exponent {
    case 0:  // zero or subnormal: fraction · 2^−24, exact in Float
      return Float(bitPattern: sign | (Float(fraction) * 0x1p-24).bitPattern)
    case 0x1F: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// Numbers as little-endian bytes of what `written` says.
  func encode(_ values: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * written.size)
    for value in values {
      if written == .int64 {
        bytes.append(littleEndian: Int64(exactly: value.rounded()) ?? 0)
      } else {
        bytes.append(littleEndian: value.bitPattern)
      }
    }
    return bytes
  }

  /// What numbers of this type are written as: counts stay `int64`, all else is `float32`.
  var written: ElementType { self == .int64 ? .int64 : .float32 }
}
