import NeuralNet
import Testing

/// The same network as in References/network.py, against PyTorch's numbers.
struct PyTorchTests {
  @Test("Outputs, loss and gradients are PyTorch's", arguments: PyTorchReference.all)
  func matches(reference: PyTorchReference) throws {
    let network = try Network(
      inputs: 3, layers: [.dense(4), .activation(reference.activation), .dense(2)],
      machine: .best())
    let sines = { (k: Int) in Float(Math.sin(Double(k))) }
    var next = 1
    for (index, info) in network.parameters.enumerated() {
      network.setValues(index, (0..<info.shape.count).map { 0.5 * sines(next + $0) })
      next += info.shape.count
    }
    let trace = try network.trace(
      (101...115).map(sines), count: 5, targets: reference.targets, loss: reference.loss)
    expectClose([trace.loss], [reference.lossValue], "loss")
    expectClose(trace.layers[2].output, reference.outputs, "outputs")
    expectClose(trace.parameterGradients.flatMap { $0 }, reference.gradients, "gradients")
  }

  /// Float against Float64: sums of at most 25 products of numbers around 1.
  private func expectClose(_ found: [Float], _ expected: [Double], _ what: String) {
    #expect(found.count == expected.count)
    for (i, (x, y)) in zip(found, expected).enumerated() {
      let error = (Double(x) - y).magnitude / max(y.magnitude, 0.1)
      #expect(error < 3e-6, "\(what)[\(i)]: \(x), expected \(y), relative error \(error)")
    }
  }
}
