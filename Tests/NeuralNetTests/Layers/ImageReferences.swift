@testable import NeuralNet

extension LayerReferenceTests {
  /// The models of `References/layers_images.py`.
  static let images: [String: [Layer]] = [
    "conv2d": [.conv2d(5, kernel: 3)],
    "conv2d-strided": [.conv2d(4, kernel: [3, 2], stride: [2, 1], padding: [1, 1])],
    "conv2d-dilated": [.conv2d(3, kernel: 3, padding: 2, dilation: 2, bias: false)],
    "conv2d-grouped": [.conv2d(6, kernel: 3, stride: 2, padding: 1, groups: 2)],
    "conv2d-depthwise": [.conv2d(4, kernel: 3, padding: 1, groups: 4)],
    "conv1d": [.conv1d(5, kernel: 4)],
    "conv1d-options": [.conv1d(6, kernel: 3, stride: 2, padding: 3, dilation: 2, groups: 2)],
    "max-pool": [.maxPool(2)],
    "max-pool-overlapping": [.maxPool(3, stride: 2, padding: 1)],
    "max-pool-1d": [.maxPool(3, stride: 2)],
    "cnn": [
      .conv2d(8, kernel: 3), .relu, .maxPool(2), .conv2d(5, kernel: 2), .relu, .flatten, .dense(3),
    ],
  ]
}
