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
    "conv-transpose2d": [
      .convTranspose2d(2, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    ],
    "conv-transpose2d-options": [
      .convTranspose2d(
        6, kernel: [2, 3], stride: [1, 3], padding: [1, 0], dilation: [2, 1], groups: 2)
    ],
    "conv-transpose1d": [.convTranspose1d(4, kernel: 4, stride: 2, padding: 1, bias: false)],
    "average-pool": [.averagePool(2)],
    "average-pool-overlapping": [.averagePool(3, stride: 2, padding: 1)],
    "average-pool-1d": [.averagePool(3, stride: 2, padding: 1)],
    "global-average-pool": [.globalAveragePool],
    "global-max-pool": [.globalMaxPool],
    "upsample": [.upsample(3)],
    "upsample-1d": [.upsample(2)],
    "batch-norm": [.batchNorm()],
    "batch-norm-evaluating": [.batchNorm()],
    "batch-norm-1d": [.batchNorm(momentum: 0.3, epsilon: 0.01)],
    "batch-norm-2d": [.batchNorm()],
    "batch-norm-2d-evaluating": [.batchNorm()],
    "cnn": [
      .conv2d(8, kernel: 3), .relu, .maxPool(2), .conv2d(5, kernel: 2), .relu, .flatten, .dense(3),
    ],
  ]
}
