import NeuralNet

extension PyTorchTable {
  /// Layers of images and of sequences that are treated as images of one row.
  static let images: [String: PyTorchRule] = [
    "conv1d": .line(.first) {
      "nn.Conv1d(\($0.inputs), \($0.count(0)), \($0.count(1))"
        + $0.option("stride", 2, default: 1) + $0.option("padding", 3, default: 0)
        + $0.option("dilation", 4, default: 1) + $0.option("groups", 5, default: 1)
        + $0.bias(6) + ")"
    },
    "conv2d": .line(.first) {
      "nn.Conv2d(\($0.inputs), \($0.count(0)), \($0.extent(1))"
        + $0.extentOption("stride", 3, default: 1) + $0.extentOption("padding", 5, default: 0)
        + $0.extentOption("dilation", 7, default: 1) + $0.option("groups", 9, default: 1)
        + $0.bias(10) + ")"
    },
    "convTranspose1d": .line(.first) {
      "nn.ConvTranspose1d(\($0.inputs), \($0.count(0)), \($0.count(1))"
        + $0.option("stride", 2, default: 1) + $0.option("padding", 3, default: 0)
        + $0.option("output_padding", 4, default: 0) + $0.option("groups", 6, default: 1)
        + $0.option("dilation", 5, default: 1) + $0.bias(7) + ")"
    },
    "convTranspose2d": .line(.first) {
      "nn.ConvTranspose2d(\($0.inputs), \($0.count(0)), \($0.extent(1))"
        + $0.extentOption("stride", 3, default: 1) + $0.extentOption("padding", 5, default: 0)
        + $0.extentOption("output_padding", 7, default: 0) + $0.option("groups", 11, default: 1)
        + $0.extentOption("dilation", 9, default: 1) + $0.bias(12) + ")"
    },
    "batchNorm": .line(.first) {
      "nn.BatchNorm\(max($0.dimensions, 1))d(\($0.inputs), eps=\($0.number(1)), momentum=\($0.number(0)))"
    },
    "upsample": .line(.first) { "nn.Upsample(scale_factor=\($0.count(0)))" },
    "maxPool": .line(.first) { pool("nn.MaxPool", $0, isAverage: false) },
    "averagePool": .line(.first) { pool("nn.AvgPool", $0, isAverage: true) },
    "globalMaxPool": .line(.first) {
      "nn.Sequential(nn.AdaptiveMaxPool\($0.dimensions)d(1), nn.Flatten())"
    },
    "globalAveragePool": .line(.first) {
      "nn.Sequential(nn.AdaptiveAvgPool\($0.dimensions)d(1), nn.Flatten())"
    },
  ]

  /// Height and width of images; of sequences, the width.
  private static func pool(_ name: String, _ site: PyTorchSite, isAverage: Bool) -> String {
    let isImage = site.dimensions == 2
    func extent(_ index: Int) -> String {
      isImage ? site.extent(index) : "\(site.count(index + 1))"
    }
    let stride = extent(2) == extent(0) ? "" : ", stride=\(extent(2))"
    let padding = extent(4) == "0" ? "" : ", padding=\(extent(4))"
    return "\(name)\(site.dimensions)d(\(extent(0))\(stride)\(padding))"
  }
}

extension PyTorchSite {
  /// 2 for images, 1 for sequences.
  var dimensions: Int { x.rank - 2 }
}
