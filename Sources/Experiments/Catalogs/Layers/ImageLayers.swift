import NeuralNet

extension Catalogs {
  /// Layers for images, which are [height, width, channels], and for sequences where time is the only
  /// axis that windows move along.
  static let imageLayers: [Catalog<Layer>.Kind] = [
    .trainable(
      "conv", "filters that look at all windows of an image",
      formula: "y[i, j, f] = b[f] + Σ x[i s + u d − p, j s + v d − p, c] W[u, v, c, f]",
      pytorch: "nn.Conv2d; images have their channels last here",
      options: [filters, kernel(3)] + windows + [groups, bias]
    ) {
      .conv2d(
        $0.integer("filters"), kernel: $0.extent("kernel"), stride: $0.extent("stride"),
        padding: $0.extent("padding"), dilation: $0.extent("dilation"),
        groups: $0.integer("groups"), bias: $0.boolean("bias"))
    },
    .trainable(
      "conv1d", "filters that look at all windows of a sequence",
      formula: "y[t, f] = b[f] + Σ x[t s + u d − p, c] W[u, c, f]", pytorch: "nn.Conv1d",
      options: [filters, whole("kernel", 1, 3, "places a window covers")] + steps + [groups, bias]
    ) {
      .conv1d(
        $0.integer("filters"), kernel: $0.integer("kernel"), stride: $0.integer("stride"),
        padding: $0.integer("padding"), dilation: $0.integer("dilation"),
        groups: $0.integer("groups"), bias: $0.boolean("bias"))
    },
    .trainable(
      "conv-transpose", "spreads each pixel over a window: the way back of a convolution",
      formula: "size = (size − 1) stride − 2 padding + dilation (kernel − 1) + output padding + 1",
      pytorch: "nn.ConvTranspose2d",
      options: [filters, kernel(3)] + windows
        + [extent("output-padding", 0, 0, "rows and columns added on one side"), groups, bias]
    ) {
      .convTranspose2d(
        $0.integer("filters"), kernel: $0.extent("kernel"), stride: $0.extent("stride"),
        padding: $0.extent("padding"), outputPadding: $0.extent("output-padding"),
        dilation: $0.extent("dilation"), groups: $0.integer("groups"), bias: $0.boolean("bias"))
    },
    .trainable(
      "conv1d-transpose", "the same along a sequence",
      formula:
        "length = (length − 1) stride − 2 padding + dilation (kernel − 1) + output padding + 1",
      pytorch: "nn.ConvTranspose1d",
      options: [filters, whole("kernel", 1, 3, "places a window covers")] + steps
        + [whole("output-padding", 0, 0, "places added at the end"), groups, bias]
    ) {
      .convTranspose1d(
        $0.integer("filters"), kernel: $0.integer("kernel"), stride: $0.integer("stride"),
        padding: $0.integer("padding"), outputPadding: $0.integer("output-padding"),
        dilation: $0.integer("dilation"), groups: $0.integer("groups"), bias: $0.boolean("bias"))
    },
    .init(
      "max-pool", "the largest number of each window",
      formula: "y = max over a window of size × size", pytorch: "nn.MaxPool2d, nn.MaxPool1d",
      options: pooling
    ) {
      .maxPool(
        $0.extent("size"), stride: $0.extentIfAny("stride"), padding: $0.extent("padding"))
    },
    .init(
      "average-pool", "the mean of each window", formula: "y = mean over a window of size × size",
      pytorch: "nn.AvgPool2d, nn.AvgPool1d", options: pooling
    ) {
      .averagePool(
        $0.extent("size"), stride: $0.extentIfAny("stride"), padding: $0.extent("padding"))
    },
    .init(
      "global-max-pool", "the largest number of each channel", formula: "y[c] = max of x[…, c]",
      pytorch: "nn.AdaptiveMaxPool2d(1)"
    ) { _ in .globalMaxPool },
    .init(
      "global-average-pool", "the mean of each channel", formula: "y[c] = mean of x[…, c]",
      pytorch: "nn.AdaptiveAvgPool2d(1)"
    ) { _ in .globalAveragePool },
    .init(
      "upsample", "repeats each pixel, or blends between pixels",
      formula: "y[i, j] = x[⌊i / factor⌋, ⌊j / factor⌋]", pytorch: "nn.Upsample",
      options: [whole("factor", 1, 2, "how many times as large")]
    ) { .upsample($0.integer("factor")) },
    .init(
      "flatten", "all axes of a row become one, channels first", formula: "y = x, [c · h · w]",
      pytorch: "nn.Flatten"
    ) { _ in .flatten },
    .init(
      "reshape", "the numbers of a row in other axes, in their order", formula: "y = x, [axes]",
      pytorch: "nn.Unflatten; images are [height, width, channels] here",
      options: [
        ExperimentOption(
          "axes", .axes(-1...1 << 24, count: 1...3),
          "extent of each axis, such as [28, 28, 1]; −1 is what is left")
      ]
    ) { .reshape($0.axes("axes")) },
  ]

  private static let filters = ExperimentOption("filters", size, "channels that go out")
  private static let groups = whole("groups", 1, 1, "parts of the channels, each with own filters")
  private static let bias = ExperimentOption(
    "bias", .boolean, default: .boolean(true), "whether b is there")
  private static let windows = [
    extent("stride", 1, 1, "pixels from window to window"),
    extent("padding", 0, 0, "rows and columns of zeros on each side"),
    extent("dilation", 1, 1, "pixels from element to element of a window"),
  ]
  private static let steps = [
    whole("stride", 1, 1, "places from window to window"),
    whole("padding", 0, 0, "zeros on each side"),
    whole("dilation", 1, 1, "places from element to element of a window"),
  ]
  private static let pooling = [
    extent("size", 1, 2, "height and width of a window"),
    ExperimentOption(
      "stride", .axes(1...1024, count: 1...2), default: OptionValue(.null),
      "pixels from window to window; default: size"),
    extent("padding", 0, 0, "rows and columns that never count on each side"),
  ]

  private static func kernel(_ size: Double) -> ExperimentOption {
    extent("kernel", 1, size, "height and width of a window")
  }

  private static func extent(
    _ name: Name, _ least: Int64, _ fallback: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(
      name, .axes(least...1024, count: 1...2), default: .number(fallback), meaning)
  }

  private static func whole(
    _ name: Name, _ least: Int64, _ fallback: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(name, .integer(least...1024), default: .number(fallback), meaning)
  }
}

extension Options {
  /// `3` for both axes, or `[height, width]`.
  fileprivate func extent(_ name: Name) -> Extent {
    let axes = axes(name)
    return Extent(axes[0], axes[axes.count - 1])
  }

  fileprivate func extentIfAny(_ name: Name) -> Extent? { has(name) ? extent(name) : nil }
}
