/// A number as files of results hold it: equal to itself also if it is NaN, and 0 is not −0.
public struct ExactNumber: Hashable, Sendable {
  /// The number.
  public let value: Double

  /// A number; all NaN are the same.
  public init(_ value: Double) { self.value = value.isNaN ? .nan : value }

  /// Whether both are the same to the bit.
  public static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    a.value.bitPattern == b.value.bitPattern
  }

  /// Feeds the bits.
  public func hash(into hasher: inout Hasher) { hasher.combine(value.bitPattern) }

  /// The shortest decimal that is this number again when it is read: `0.1`, `13`, `1e-05`; `NaN`,
  /// `∞` and `-∞` for what has none.
  public var digits: String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-∞" : "∞" }
    let isNegativeZero = value == 0 && value.sign == .minus
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53, !isNegativeZero {
      return "\(whole)"
    }
    return "\(value)"
  }

  /// The number that `digits` wrote; nil for other text.
  public init?(digits: String) {
    switch digits {
    case "NaN": self.init(.nan)
    case "∞": self.init(.infinity)
    case "-∞": self.init(-.infinity)
    default:
      guard let value = Double(digits), value.isFinite else { return nil }
      self.init(value)
    }
  }
}

extension ExactNumber {
  /// As JSON, which has no NaN and no infinity: these are text.
  var json: JSONValue { JSONValue(value.isFinite ? .number(digits) : .text(digits)) }

  /// The number that `json` wrote.
  init?(json: JSONValue) {
    switch json.content {
    case .number(let digits): self.init(digits: digits)
    case .text(let digits):
      self.init(digits: digits)
      if value.isFinite { return nil }
    default: return nil
    }
  }
}
