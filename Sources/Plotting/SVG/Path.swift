/// The outline of a path element, in CSS pixels with one decimal.
///
/// Each command is written relative to the rounded position of the one before, which is a third
/// shorter than absolute coordinates and collects no rounding error.
public struct Path: Sendable {
  private(set) var data = Text()
  private var pen = Point()
  private var start = Point()

  /// A position in tenths of a pixel.
  private struct Point: Equatable {
    var x = 0
    var y = 0

    init() {}

    init(_ x: Double, _ y: Double) {
      self.x = Point.tenths(x)
      self.y = Point.tenths(y)
    }

    /// Tenths of a pixel, to nearest-even; 0 for what is not finite, at most a million pixels.
    private static func tenths(_ pixels: Double) -> Int {
      guard pixels.isFinite else { return 0 }
      return Int((max(-1e6, min(1e6, pixels)) * 10).rounded(.toNearestOrEven))
    }
  }

  /// An empty path.
  public init() {}

  /// Whether nothing was drawn.
  public var isEmpty: Bool { data.isEmpty }

  /// Starts a new piece.
  public mutating func move(_ x: Double, _ y: Double) {
    pen = Point(x, y)
    start = pen
    data.append("M")
    append(pen.x, separated: false)
    append(pen.y, separated: true)
  }

  /// Draws a straight line to a point; nothing if that is where the pen is.
  public mutating func line(_ x: Double, _ y: Double) {
    let end = Point(x, y)
    guard end != pen else { return }
    if end.y == pen.y {
      data.append("h")
      append(end.x - pen.x, separated: false)
    } else if end.x == pen.x {
      data.append("v")
      append(end.y - pen.y, separated: false)
    } else {
      data.append("l")
      append(end, separated: false)
    }
    pen = end
  }

  /// Draws a cubic curve to a point.
  public mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    data.append("c")
    append(Point(x1, y1), separated: false)
    append(Point(x2, y2), separated: true)
    append(Point(x, y), separated: true)
    pen = Point(x, y)
  }

  /// A dot for a stroke with round or square caps: a piece of length 0.1, as a zero-length line
  /// vanishes in PDF.
  public mutating func dot(_ x: Double, _ y: Double) {
    move(x, y)
    data.append("h.1")
    pen.x += 1
  }

  /// Closes the piece.
  public mutating func close() {
    data.append("z")
    pen = start
  }

  private mutating func append(_ point: Point, separated: Bool) {
    append(point.x - pen.x, separated: separated)
    append(point.y - pen.y, separated: true)
  }

  /// Appends tenths of a pixel as `-1.5`, `.5`, `12`; a minus separates by itself.
  private mutating func append(_ tenths: Int, separated: Bool) {
    if tenths < 0 {
      data.append("-")
    } else if separated {
      data.append(" ")
    }
    let size = UInt64(tenths.magnitude)
    if size >= 10 || size == 0 { data.append(digits: size / 10, grouped: false) }
    if size % 10 > 0 {
      data.append(".")
      data.append(digits: size % 10, grouped: false)
    }
  }
}
