/// The extent of each axis of a value, outermost first; one to four axes, each at least 1.
public struct Shape: Equatable, Sendable {
  /// The extents; 1 beyond `rank`.
  public let axes: SIMD4<Int32>
  /// The number of axes.
  public let rank: Int

  /// A row of `count` numbers.
  public init(_ count: Int) {
    axes = [Int32(clamping: count), 1, 1, 1]
    rank = 1
  }

  /// A matrix, `[rows, columns]`.
  public init(_ rows: Int, _ columns: Int) {
    axes = [Int32(clamping: rows), Int32(clamping: columns), 1, 1]
    rank = 2
  }

  /// Three axes, as `[batch, time, features]`.
  public init(_ a: Int, _ b: Int, _ c: Int) {
    axes = [
      Int32(clamping: a), Int32(clamping: b), Int32(clamping: c), 1,
    ]
    rank = 3
  }

  /// Four axes, as `[batch, height, width, channels]`.
  public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    axes = [
      Int32(clamping: a), Int32(clamping: b), Int32(clamping: c),
      Int32(clamping: d),
    ]
    rank = 4
  }

  /// One number.
  public static let scalar = Shape(1)

  /// The extent of an axis, 0 being the outermost.
  public subscript(axis: Int) -> Int { Int(axes[axis]) }
  /// All elements.
  public var count: Int { self[0] * self[1] * self[2] * self[3] }
  /// The extent of the innermost axis.
  public var columns: Int { self[rank - 1] }
  /// The number of rows of `columns` elements.
  public var rows: Int { count / columns }

  /// Whether every axis has an extent and all elements can be counted in 31 bits, as steps do.
  public var isValid: Bool {
    var product: Int64 = 1
    for axis in 0..<4 {
      guard axes[axis] >= 1 else { return false }
      product *= Int64(axes[axis])
      guard product < Int64(Int32.max) else { return false }
    }
    return true
  }
}
