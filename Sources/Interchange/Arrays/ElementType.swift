/// What a file keeps a number as.
public enum ElementType: String, CaseIterable, Sendable {
  /// IEEE 754 binary64.
  case float64
  /// IEEE 754 binary32.
  case float32
  /// IEEE 754 binary16.
  case float16
  /// The upper half of a binary32.
  case bfloat16
  /// Whole numbers of 8 to 64 bits, with and without a sign.
  case int64, int32, int16, int8, uint64, uint32, uint16, uint8
  /// A byte that is 0 or not.
  case bool

  /// Bytes of one element.
  public var size: Int {
    switch self {
    case .float64, .int64, .uint64: 8
    case .float32, .int32, .uint32: 4
    case .float16, .bfloat16, .int16, .uint16: 2
    case .int8, .uint8, .bool: 1
    }
  }

  /// Whether it holds fractions.
  public var isFloatingPoint: Bool {
    switch self {
    case .float64, .float32, .float16, .bfloat16: true
    default: false
    }
  }

  /// What safetensors calls it: "F32".
  public var safetensorsName: String {
    switch self {
    case .float64: "F64"
    case .float32: "F32"
    case .float16: "F16"
    case .bfloat16: "BF16"
    case .int64: "I64"
    case .int32: "I32"
    case .int16: "I16"
    case .int8: "I8"
    case .uint64: "U64"
    case .uint32: "U32"
    case .uint16: "U16"
    case .uint8: "U8"
    case .bool: "BOOL"
    }
  }

  /// What npy calls it, without the byte order: "f4"; nil for bfloat16, which it does not know.
  public var npyName: String? {
    switch self {
    case .bfloat16: nil
    case .bool: "b1"
    case .float64, .float32, .float16: "f\(size)"
    case .int64, .int32, .int16, .int8: "i\(size)"
    case .uint64, .uint32, .uint16, .uint8: "u\(size)"
    }
  }
}
