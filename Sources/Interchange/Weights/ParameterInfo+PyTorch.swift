import NeuralNet

extension ParameterInfo {
  /// The name as text: `0.weight`.
  var pytorchName: String { String(decoding: name, as: UTF8.self) }

  /// The shape in PyTorch's order of axes.
  var pytorchShape: [Int] { pytorchAxes.map { shape[$0] } }

  /// Our numbers in PyTorch's layout.
  func toPyTorch(_ values: [Float]) -> [Float] {
    Axes.transposed(values, shape: (0..<shape.rank).map { shape[$0] }, order: pytorchAxes)
  }

  /// PyTorch's numbers in our layout.
  func fromPyTorch(_ values: [Float]) -> [Float] {
    let inverse = pytorchAxes.indices.map { axis in pytorchAxes.firstIndex(of: axis) ?? axis }
    return Axes.transposed(values, shape: pytorchShape, order: inverse)
  }
}
