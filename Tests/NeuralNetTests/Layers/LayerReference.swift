import Foundation

@testable import NeuralNet

/// What a PyTorch module computed, as `References/record.py` wrote it.
struct LayerReference: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let values: [Float]
  }

  let evaluating: Bool
  let input: Numbers
  /// By PyTorch's names and in its layout, as all but activations.
  let parameters: [String: Numbers]
  let output: Numbers
  let target: Numbers
  let loss: Float
  let gradients: [String: Numbers]
  /// Buffers after the pass: running statistics.
  let after: [String: Numbers]
  let inputGradient: Numbers?

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "References/layers")

  init(named name: String) throws {
    let file = Self.folder.appending(path: "\(name).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// The names of all cases in the folder.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}

extension Shape {
  /// One to four axes.
  init(_ axes: [Int]) {
    switch axes.count {
    case 1: self.init(axes[0])
    case 2: self.init(axes[0], axes[1])
    case 3: self.init(axes[0], axes[1], axes[2])
    default: self.init(axes[0], axes[1], axes[2], axes[3])
    }
  }
}

extension ParameterInfo {
  /// PyTorch's numbers in our layout.
  func fromPyTorch(_ values: [Float]) -> [Float] {
    let extents = pytorchAxes.map { shape[$0] }
    var result = [Float](repeating: 0, count: values.count)
    for (index, value) in values.enumerated() {
      var rest = index, coordinates = [Int](repeating: 0, count: shape.rank)
      for (axis, extent) in zip(pytorchAxes, extents).reversed() {
        coordinates[axis] = rest % extent
        rest /= extent
      }
      let at = (0..<shape.rank).reduce(0) { $0 * shape[$1] + coordinates[$1] }
      result[at] = value
    }
    return result
  }
}
