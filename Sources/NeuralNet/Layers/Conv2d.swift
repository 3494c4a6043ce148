extension Layer {
  /// `y[i, j, f] = b[f] + Σ_uvc x[i s + u d − p, j s + v d − p, c] W[u, v, c, f]`: each filter looks at
  /// all windows, with stride s, padding p and dilation d.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, W `[kernel, kernel, channels / groups, filters]`
  ///   (PyTorch keeps `[filters, channels / groups, kernel, kernel]`), b `[filters]`; y as x with
  ///   `(height + 2 p − d (kernel − 1) − 1) / s + 1` rows, rounded down, and `filters` channels.
  /// - Parameters:
  ///   - filters: at least 1, a multiple of `groups`.
  ///   - kernel: height and width of a window; at most the padded image.
  ///   - stride: from window to window; default 1.
  ///   - padding: rows and columns of zeros on each side; default 0.
  ///   - dilation: from element to element of a window; default 1.
  ///   - groups: parts of the channels, each with filters of its own; divides them; default 1.
  ///   - bias: whether b is there; default true.
  public static func conv2d(
    _ filters: Int, kernel: Extent, stride: Extent = 1, padding: Extent = 0, dilation: Extent = 1,
    groups: Int = 1, bias: Bool = true
  ) -> Layer {
    let windows = Windows(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, groups: groups)
    return Layer(
      "conv2d", windows.numbers(filters, bias: bias)
    ) { graph, x throws(ShapeError) in
      try graph.convolution(x, filters, windows, bias: bias, rank: 4, "conv2d")
    }
  }

  /// The same along time: `y[t, f] = b[f] + Σ_uc x[t s + u d − p, c] W[u, c, f]`.
  ///
  /// - Shapes: x `[batch, time, channels]`, W `[kernel, channels / groups, filters]` (PyTorch keeps
  ///   `[filters, channels / groups, kernel]`), b `[filters]`, y `[batch, places, filters]`.
  /// - Parameters: as those of `conv2d`.
  public static func conv1d(
    _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1, bias: Bool = true
  ) -> Layer {
    let windows = Windows.along(
      kernel, stride: stride, padding: padding, dilation: dilation, groups: groups)
    let options = [filters, kernel, stride, padding, dilation, groups, bias ? 1 : 0]
    return Layer("conv1d", options.map { Float($0) }) { graph, x throws(ShapeError) in
      try graph.convolution(x, filters, windows, bias: bias, rank: 3, "conv1d")
    }
  }
}

extension Graph {
  fileprivate mutating func convolution(
    _ x: Value, _ filters: Int, _ windows: Windows, bias: Bool, rank: Int, _ name: Name
  ) throws(ShapeError) -> Value {
    let images = shape(x)
    try windows.validate(name)
    try name.requireImages(images, rank: rank)
    try name.requireGroups(windows.groups, filters: filters, channels: images.columns)
    _ = try windows.places(images.image, name)
    let shape = try windows.filters(filters, channels: images.columns, rank: rank, name)
    let fanIn = shape.rows, fanOut = filters * windows.kernel.count
    let axes = Windows.pytorchAxes(rank: rank)
    let weight = try parameter(
      shape, .weight, fanIn: fanIn, fanOut: fanOut, pytorchAxes: axes)
    guard bias else { return try add(Convolution(windows), [x, weight]) }
    let row = try parameter(Shape(filters), .bias, fanIn: fanIn, fanOut: fanOut)
    return try add(Convolution(windows), [x, weight, row])
  }
}

extension Name {
  /// Refuses what is not a batch of images (rank 4) or of sequences (rank 3).
  func requireImages(_ shape: Shape, rank: Int) throws(ShapeError) {
    guard shape.rank == rank else {
      throw .conflict(
        operation: self,
        reason: rank == 4
          ? "images [height, width, channels] are needed, which have 3 axes"
          : "sequences [time, channels] are needed, which have 2 axes",
        found: shape.rank - 1, limit: rank - 1)
    }
  }

  /// Refuses groups that do not divide what they are to split.
  func requireGroups(_ groups: Int, filters: Int, channels: Int) throws(ShapeError) {
    guard filters > 0 else { throw .outOfRange(operation: self, value: Float(filters)) }
    guard channels % groups == 0 else {
      throw .conflict(
        operation: self, reason: "groups do not divide the channels", found: groups,
        limit: channels)
    }
    guard filters % groups == 0 else {
      throw .conflict(
        operation: self, reason: "groups do not divide the filters", found: groups, limit: filters)
    }
  }
}
