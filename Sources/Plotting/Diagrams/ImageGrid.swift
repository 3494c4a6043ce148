/// Small grey images in rows, with crisp pixels and a label below each.
public struct ImageGrid: Sendable {
  /// One image.
  public struct Image: Sendable {
    /// Row-major brightness in 0…1, `width · height` of the grid's; drawn as ink on paper.
    public var pixels: [Float]
    /// What stands below, in ink: "4 → 6". May be empty.
    public var label: Text
    /// What stands below at the right, muted: "0.97". May be empty.
    public var remark: Text

    /// An image with its label.
    public init(pixels: [Float], label: Text = "", remark: Text = "") {
      self.pixels = pixels
      self.label = label
      self.remark = remark
    }
  }

  /// What the images are, above: "Fifteen most confident mistakes". May be empty.
  public var name: Text
  /// How to read the labels, above at the right: "true → read as". May be empty.
  public var remark: Text
  /// Pixels across each image, from 1 to 4096.
  public let imageWidth: Int
  /// Pixels down each image, from 1 to 4096.
  public let imageHeight: Int
  /// From left to right, then from top to bottom.
  public var images: [Image]
  /// Images in a row of the wide drawing; default 8.
  public var columns: Int
  /// Images in a row on a phone, at most `columns`; default 4.
  public var narrowColumns: Int
  /// Width of the wide drawing in CSS pixels; default 640.
  public var width: Double
  /// Between two images; default 12.
  public var gap: Double

  /// A grid of images, each of `imageWidth · imageHeight` pixels.
  public init(
    _ name: Text = "", remark: Text = "", imageWidth: Int, imageHeight: Int, images: [Image],
    columns: Int = 8, narrowColumns: Int = 4, width: Double = 640, gap: Double = 12
  ) {
    self.name = name
    self.remark = remark
    self.imageWidth = min(max(1, imageWidth), 4096)
    self.imageHeight = min(max(1, imageHeight), 4096)
    self.images = images
    self.columns = columns
    self.narrowColumns = narrowColumns
    self.width = width
    self.gap = gap
  }
}
