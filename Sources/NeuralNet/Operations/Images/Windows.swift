import Kernels

/// How windows lie on an image: `places = (image + 2 padding − dilation (kernel − 1) − 1) / stride
/// + 1` in each direction, rounded down.
struct Windows: Equatable, Sendable {
  var kernel: Extent
  var stride: Extent
  var padding: Extent
  var dilation = Extent(1)
  var groups = 1

  /// The windows of a sequence, which is an image of one row.
  static func along(
    _ kernel: Int, stride: Int, padding: Int, dilation: Int = 1, groups: Int = 1
  ) -> Windows {
    Windows(
      kernel: Extent(1, kernel), stride: Extent(1, stride), padding: Extent(0, padding),
      dilation: Extent(1, dilation), groups: groups)
  }

  /// Larger numbers than this are no sensible option, and their products too large to count.
  private static let largest = 32_767

  /// Refuses options that are never possible.
  ///
  /// - Throws: `ShapeError.outOfRange` with the first one that is too small or too large.
  func validate(_ operation: Name) throws(ShapeError) {
    for (extent, least) in [(kernel, 1), (stride, 1), (padding, 0), (dilation, 1)] {
      for number in [extent.height, extent.width] where !(least...Windows.largest ~= number) {
        throw .outOfRange(operation: operation, value: Float(number))
      }
    }
    guard 1...Windows.largest ~= groups else {
      throw .outOfRange(operation: operation, value: Float(groups))
    }
  }

  /// How often a window is laid on an image.
  ///
  /// - Throws: `ShapeError.conflict` if not once.
  func places(_ image: Extent, _ operation: Name) throws(ShapeError) -> Extent {
    Extent(
      try Windows.places(
        image.height, kernel.height, stride.height, padding.height, dilation.height, operation),
      try Windows.places(
        image.width, kernel.width, stride.width, padding.width, dilation.width, operation))
  }

  private static func places(
    _ image: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ operation: Name
  ) throws(ShapeError) -> Int {
    let room = image + 2 * padding, needed = dilation * (kernel - 1) + 1
    guard needed <= room else {
      throw .conflict(
        operation: operation, reason: "the kernel is larger than the padded input", found: needed,
        limit: room)
    }
    return (room - needed) / stride + 1
  }

  /// The image that gives these places, and `outputPadding` rows and columns more.
  func image(_ places: Extent, outputPadding: Extent = 0) -> Extent {
    func side(_ p: Int, _ k: Int, _ s: Int, _ padding: Int, _ d: Int, _ more: Int) -> Int {
      let needed = Int64(p - 1) * Int64(s) + Int64(d) * Int64(k - 1) + 1
      return Int(clamping: needed - 2 * Int64(padding) + Int64(more))
    }
    return Extent(
      side(
        places.height, kernel.height, stride.height, padding.height, dilation.height,
        outputPadding.height),
      side(
        places.width, kernel.width, stride.width, padding.width, dilation.width,
        outputPadding.width))
  }

  /// An image with its borders of zeros.
  func padded(_ image: Extent) -> Extent {
    Extent(image.height + 2 * padding.height, image.width + 2 * padding.width)
  }

  /// The shape of filters, `[height, width, channels / groups, filters]`; of sequences without
  /// height.
  ///
  /// - Throws: `ShapeError` if they are more numbers than can be counted, or a window has more than a
  ///   thread has room for.
  func filters(
    _ filters: Int, channels: Int, rank: Int, _ operation: Name
  ) throws(ShapeError) -> Shape {
    let shape = Shape(kernel.height, kernel.width, channels / groups, filters)
    guard shape.isValid else { throw .invalid(operation: operation, shape) }
    guard shape.rows <= Int(PATCH_COUNT) else {
      throw .conflict(
        operation: operation, reason: "a window has too many elements", found: shape.rows,
        limit: Int(PATCH_COUNT))
    }
    return rank == 3 ? Shape(kernel.width, channels / groups, filters) : shape
  }

  /// PyTorch's filters are `[filters, channels / groups, height, width]`, or without height.
  static func pytorchAxes(rank: Int) -> [Int] { rank == 3 ? [2, 1, 0] : [3, 2, 0, 1] }

  var isPadding: Bool { padding != Extent(0) }

  /// The numbers of a layer with these windows, in the order of its arguments.
  func numbers(_ filters: Int, bias: Bool, outputPadding: [Float] = []) -> [Float] {
    let sizes = kernel.numbers + stride.numbers + padding.numbers + outputPadding
    return [Float(filters)] + sizes + dilation.numbers + [Float(groups), bias ? 1 : 0]
  }

  /// The geometry for a step.
  func window(on images: Shape, places: Shape, padding: Extent? = nil) -> Window {
    var window = Window()
    window.images = Int32(images[0])
    window.channels = Int32(images.columns)
    window.groups = Int32(groups)
    window.image = images.image.area
    window.places = places.image.area
    window.kernel = kernel.area
    window.stride = stride.area
    window.dilation = dilation.area
    window.padding = (padding ?? self.padding).area
    return window
  }
}
