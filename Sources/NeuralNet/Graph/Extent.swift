import Kernels

/// Height and width of an image, or of what walks over it: `3` is 3 × 3, `[3, 5]` 3 high and 5 wide.
public struct Extent: Equatable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// Rows.
  public let height: Int
  /// Columns.
  public let width: Int

  /// Rows and columns.
  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  /// As many rows as columns.
  public init(_ side: Int) { self.init(side, side) }
  /// As many rows as columns.
  public init(integerLiteral side: Int) { self.init(side) }
  /// `[height, width]`, or `[side]`.
  public init(arrayLiteral sides: Int...) {
    self.init(sides.first ?? 0, sides.count > 1 ? sides[1] : sides.first ?? 0)
  }

  /// As a step has it.
  var area: Area { Area(height: Int32(clamping: height), width: Int32(clamping: width)) }
  var count: Int { height * width }
  /// For a layer's numbers.
  var numbers: [Float] { [Float(height), Float(width)] }
}

extension Shape {
  /// The image of a row of `[batch, height, width, channels]`; a sequence `[batch, time, channels]`
  /// is an image of one row.
  var image: Extent { rank == 3 ? Extent(1, self[1]) : Extent(self[1], self[2]) }

  /// The same batch of other images, or sequences.
  func withImage(_ image: Extent, channels: Int) -> Shape {
    rank == 3
      ? Shape(self[0], image.width, channels) : Shape(self[0], image.height, image.width, channels)
  }
}
