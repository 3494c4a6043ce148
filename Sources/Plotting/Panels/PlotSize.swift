extension Plot {
  /// The sizes of a plot on a wide page and on a phone, in CSS pixels.
  public struct Size: Sendable, Equatable {
    /// Width on a wide page.
    public var width: Double
    /// Height on a wide page.
    public var height: Double
    /// Width on a phone; the same as `width` for a plot that is drawn once.
    public var narrowWidth: Double
    /// Height on a phone.
    public var narrowHeight: Double

    /// A size of one's own.
    public init(
      width: Double, height: Double, narrowWidth: Double = 350, narrowHeight: Double = 330
    ) {
      self.width = width
      self.height = height
      self.narrowWidth = narrowWidth
      self.narrowHeight = narrowHeight
    }

    /// The height at a width: as given for the two widths, near them in proportion.
    func height(atWidth width: Double) -> Double {
      if width == self.width { return height }
      guard width > narrowWidth else {
        return min(narrowHeight, max(240, narrowHeight * width / narrowWidth))
      }
      return height * max(0.75, min(1.25, (width / self.width).squareRoot()))
    }

    /// The size of each of `count` equal plots in a row.
    public init(of count: Int) { self = count > 2 ? .third : count == 2 ? .half : .text }

    /// 640 × 368: the only plot of a figure of text width.
    public static let text = Size(width: 640, height: 368)
    /// 568 × 368: the main plot of a wide figure, beside a small one.
    public static let large = Size(width: 568, height: 368)
    /// 312 × 368: beside a large one.
    public static let small = Size(width: 312, height: 368, narrowHeight: 300)
    /// 440 × 300: one of two in a wide figure.
    public static let half = Size(width: 440, height: 300)
    /// As high as lying bars need, 26 px each, or `pitch` for what is higher.
    public static func lyingBars(_ count: Int, pitch: Double = 26) -> Size {
      let height = 88 + pitch * Double(max(1, count))
      return Size(width: 640, height: height, narrowHeight: height)
    }

    /// 283 × 262: one of three in a wide figure, as large as a decision map; drawn once.
    public static let third = Size(width: 283, height: 262, narrowWidth: 283, narrowHeight: 262)
  }
}
