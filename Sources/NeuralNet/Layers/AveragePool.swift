extension Layer {
  /// The mean of each window, channel by channel; zeros beyond the border count.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, y as x with
  ///   `(height + 2 padding − size) / stride + 1` rows, rounded down; or the same without height.
  /// - Parameters:
  ///   - size: height and width of a window; of a sequence, the width counts.
  ///   - stride: from window to window; default `size`.
  ///   - padding: at most half of `size`; default 0.
  public static func averagePool(
    _ size: Extent, stride: Extent? = nil, padding: Extent = 0
  ) -> Layer {
    let stride = stride ?? size
    return Layer("averagePool", size.numbers + stride.numbers + padding.numbers) {
      graph, x throws(ShapeError) in
      let windows = try graph.poolWindows(x, size, stride, padding, "averagePool")
      return try graph.add(SumPool(windows, share: 1 / Float(windows.kernel.count)), [x])
    }
  }

  /// The mean of each channel.
  ///
  /// - Shapes: x `[batch, height, width, channels]` or `[batch, time, channels]`, y
  ///   `[batch, channels]`.
  public static let globalAveragePool = Layer("globalAveragePool") {
    graph, x throws(ShapeError) in
    let images = graph.shape(x), windows = try Windows.whole(images, "globalAveragePool")
    let y = try graph.add(SumPool(windows, share: 1 / Float(windows.kernel.count)), [x])
    return try graph.add(Reshape(Shape(images[0], images.columns)), [y])
  }

  /// Each pixel `factor` times in each direction: up-sampling by the nearest pixel.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, y
  ///   `[batch, factor · height, factor · width, channels]`; or the same without height.
  /// - Parameter factor: at least 1.
  public static func upsample(_ factor: Int) -> Layer {
    Layer("upsample", [Float(factor)]) { graph, x throws(ShapeError) in
      let shape = graph.shape(x), name = Name("upsample")
      try name.requirePlaces(shape)
      let windows =
        shape.rank == 4
        ? Windows(kernel: Extent(factor), stride: Extent(factor), padding: 0)
        : .along(factor, stride: factor, padding: 0)
      try windows.validate(name)
      let images = shape.withImage(windows.image(shape.image), channels: shape.columns)
      guard images.isValid else { throw .invalid(operation: name, images) }
      return try graph.add(Spread(windows, images: images, share: 1), [x])
    }
  }
}
