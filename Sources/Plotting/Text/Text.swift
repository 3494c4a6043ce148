/// UTF-8 text as bytes: labels, captions and SVG.
///
/// Bytes and not `String`, because comparing or formatting strings pulls Unicode tables into the
/// wasm module (twice the size) and takes eight times as long. Literals and interpolation read as
/// they do with `String`:
///
///     let label: Text = "best rate \(rate, digits: 3)"
public struct Text: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The UTF-8 bytes.
  public private(set) var bytes: [UInt8]

  /// Empty text.
  public init() { bytes = [] }

  /// The text of `bytes`, which must be UTF-8.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A literal.
  public init(stringLiteral literal: StaticString) {
    bytes = []
    append(literal)
  }

  /// A literal with interpolated values.
  public init(stringInterpolation interpolation: Interpolation) { self = interpolation.text }

  /// Whether there are no bytes.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The number of Unicode scalars, which is the number of glyphs in all that nnbook draws.
  public var count: Int {
    var scalars = 0
    for byte in bytes where byte & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// Makes room for `count` bytes.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends a literal.
  ///
  /// Never inlined, like its siblings: hundreds of labels are put together from literals, and a
  /// call instead of a loop each time makes the wasm module a good deal smaller.
  @inline(never)
  public mutating func append(_ literal: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends other text.
  @inline(never) @_disfavoredOverload
  public mutating func append(_ other: Text) { bytes.append(contentsOf: other.bytes) }

  /// Appends one ASCII character.
  public mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends bytes, which must be UTF-8.
  public mutating func append(bytes more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Both texts, one after the other.
  @inline(never)
  public static func + (left: Text, right: Text) -> Text {
    var sum = left
    sum.append(right)
    return sum
  }

  /// Appends `more` to `text`.
  public static func += (text: inout Text, more: Text) { text.append(more) }
}

// MARK: - Interpolation

extension Text {
  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var text = Text()

    /// Starts an empty text with room for the literal parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserve(literalCapacity + 8 * interpolationCount)
    }

    /// Adds a literal part.
    public mutating func appendLiteral(_ literal: StaticString) { text.append(literal) }

    /// Adds other text.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ other: Text) { text.append(other) }

    /// Adds a literal that is held in a variable.
    public mutating func appendInterpolation(_ literal: StaticString) { text.append(literal) }

    /// Adds a whole number with a true minus: `−3`; from 10 000 on with thin spaces: `12 500`.
    public mutating func appendInterpolation(_ number: Int) { text.append(Int64(number)) }

    /// Adds `number` rounded to `digits` significant digits, as figures print values.
    public mutating func appendInterpolation(_ number: Double, digits: Int) {
      text.append(number, digits: digits)
    }

    /// Adds `number` with exactly `decimals` decimals, as columns print values.
    public mutating func appendInterpolation(_ number: Double, decimals: Int) {
      text.append(number, decimals: decimals)
    }
  }
}
