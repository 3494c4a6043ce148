extension Layer {
  /// The adjoint of a convolution, which makes small images larger: each pixel of x adds its channels
  /// times W to a window of y, `y[i s + u d − p, j s + v d − p, f] += Σ_c x[i, j, c] W[u, v, f, c]`,
  /// that begins as b.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, W `[kernel, kernel, filters / groups, channels]`
  ///   (PyTorch keeps `[channels, filters / groups, kernel, kernel]`), b `[filters]`; y as x with
  ///   `(height − 1) s − 2 p + d (kernel − 1) + outputPadding + 1` rows and `filters` channels.
  /// - Parameters:
  ///   - filters: channels of y; at least 1, a multiple of `groups`.
  ///   - kernel: height and width of a window.
  ///   - stride: from window to window; default 1.
  ///   - padding: rows and columns that are cut off on each side; default 0.
  ///   - outputPadding: rows and columns more at the end, which several sizes of y could have had;
  ///     less than stride or dilation; default 0.
  ///   - dilation: from element to element of a window; default 1.
  ///   - groups: parts of the channels, each with filters of its own; divides them; default 1.
  ///   - bias: whether b is there; default true.
  public static func convTranspose2d(
    _ filters: Int, kernel: Extent, stride: Extent = 1, padding: Extent = 0,
    outputPadding: Extent = 0, dilation: Extent = 1, groups: Int = 1, bias: Bool = true
  ) -> Layer {
    let windows = Windows(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, groups: groups)
    let numbers = windows.numbers(filters, bias: bias, outputPadding: outputPadding.numbers)
    return Layer("convTranspose2d", numbers) { graph, x throws(ShapeError) in
      try graph.transposedConvolution(
        x, filters, windows, outputPadding, bias: bias, rank: 4, "convTranspose2d")
    }
  }

  /// The same along time.
  ///
  /// - Shapes: x `[batch, time, channels]`, W `[kernel, filters / groups, channels]` (PyTorch keeps
  ///   `[channels, filters / groups, kernel]`), b `[filters]`, y `[batch, places, filters]`.
  /// - Parameters: as those of `convTranspose2d`.
  public static func convTranspose1d(
    _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
    dilation: Int = 1, groups: Int = 1, bias: Bool = true
  ) -> Layer {
    let windows = Windows.along(
      kernel, stride: stride, padding: padding, dilation: dilation, groups: groups)
    let options = [filters, kernel, stride, padding, outputPadding, dilation, groups, bias ? 1 : 0]
    return Layer("convTranspose1d", options.map { Float($0) }) { graph, x throws(ShapeError) in
      try graph.transposedConvolution(
        x, filters, windows, Extent(0, outputPadding), bias: bias, rank: 3, "convTranspose1d")
    }
  }
}

extension Graph {
  fileprivate mutating func transposedConvolution(
    _ x: Value, _ filters: Int, _ windows: Windows, _ outputPadding: Extent, bias: Bool, rank: Int,
    _ name: Name
  ) throws(ShapeError) -> Value {
    let places = shape(x), channels = places.columns
    try windows.validate(name)
    try name.requireImages(places, rank: rank)
    try name.requireGroups(windows.groups, filters: filters, channels: channels)
    try windows.validate(outputPadding: outputPadding, name)
    let images = places.withImage(
      windows.image(places.image, outputPadding: outputPadding), channels: filters)
    guard images.isValid else { throw .invalid(operation: name, images) }
    let shape = try windows.filters(channels, channels: filters, rank: rank, name)
    // PyTorch counts the second axis of its weight as the inputs, which are the filters here.
    let fanIn = shape.rows, fanOut = channels * windows.kernel.count
    let weight = try parameter(
      shape, .weight, fanIn: fanIn, fanOut: fanOut, pytorchAxes: Windows.pytorchAxes(rank: rank))
    let adjoint = ConvolutionImages(windows, images: images)
    guard bias else { return try add(adjoint, [x, weight]) }
    let row = try parameter(Shape(filters), .bias, fanIn: fanIn, fanOut: fanOut)
    return try add(adjoint, [x, weight, row])
  }
}

extension Windows {
  /// Refuses more rows at the end than could be without another window.
  fileprivate func validate(outputPadding: Extent, _ name: Name) throws(ShapeError) {
    let pairs = [
      (outputPadding.height, max(stride.height, dilation.height)),
      (outputPadding.width, max(stride.width, dilation.width)),
    ]
    for (padding, limit) in pairs {
      guard padding >= 0 else { throw .outOfRange(operation: name, value: Float(padding)) }
      guard padding < limit else {
        throw .conflict(
          operation: name, reason: "the output padding is not less than stride or dilation",
          found: padding, limit: limit)
      }
    }
  }
}
