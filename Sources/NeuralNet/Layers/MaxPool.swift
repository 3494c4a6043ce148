extension Layer {
  /// The largest element of each window, channel by channel; the gradient goes to the first of equal
  /// ones.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, y as x with
  ///   `(height + 2 padding − size) / stride + 1` rows, rounded down; or the same without height.
  /// - Parameters:
  ///   - size: height and width of a window; of a sequence, the width counts.
  ///   - stride: from window to window; default `size`.
  ///   - padding: at most half of `size`; what is beyond the border never is the largest; default 0.
  public static func maxPool(
    _ size: Extent, stride: Extent? = nil, padding: Extent = 0
  ) -> Layer {
    let stride = stride ?? size
    return Layer("maxPool", size.numbers + stride.numbers + padding.numbers) {
      graph, x throws(ShapeError) in
      let windows = try graph.poolWindows(x, size, stride, padding, "maxPool")
      return try graph.add(MaxPool(windows), [x])
    }
  }

  /// The largest element of each channel.
  ///
  /// - Shapes: x `[batch, height, width, channels]` or `[batch, time, channels]`, y
  ///   `[batch, channels]`.
  public static let globalMaxPool = Layer("globalMaxPool") { graph, x throws(ShapeError) in
    let images = graph.shape(x)
    let windows = try Windows.whole(images, "globalMaxPool")
    let y = try graph.add(MaxPool(windows), [x])
    return try graph.add(Reshape(Shape(images[0], images.columns)), [y])
  }
}

extension Windows {
  /// One window that is the whole image.
  static func whole(_ images: Shape, _ name: Name) throws(ShapeError) -> Windows {
    try name.requirePlaces(images)
    return Windows(kernel: images.image, stride: 1, padding: 0)
  }
}

extension Graph {
  /// The windows of a pooling layer on images or, with its widths, on sequences.
  func poolWindows(
    _ x: Value, _ size: Extent, _ stride: Extent, _ padding: Extent, _ name: Name
  ) throws(ShapeError) -> Windows {
    let images = shape(x)
    try name.requirePlaces(images)
    let windows =
      images.rank == 4
      ? Windows(kernel: size, stride: stride, padding: padding)
      : .along(size.width, stride: stride.width, padding: padding.width)
    try windows.validate(name)
    for (padding, size) in [(padding.height, size.height), (padding.width, size.width)]
    where 2 * padding > size {
      throw .conflict(
        operation: name, reason: "the padding is more than half of the window", found: padding,
        limit: size / 2)
    }
    _ = try windows.places(images.image, name)
    return windows
  }
}

extension Name {
  /// Refuses what has no places: neither images nor sequences.
  func requirePlaces(_ shape: Shape) throws(ShapeError) {
    guard shape.rank >= 3 else { return try requireImages(shape, rank: 4) }
  }
}
