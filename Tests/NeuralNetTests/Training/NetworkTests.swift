import Testing

@testable import NeuralNet

/// A network's parameters, costs and answers.
struct NetworkTests {
  @Test("A 3-4-4-2 network has 46 parameters and 36 multiplications a row")
  func layerCosts() throws {
    let network = try Network(
      inputs: 3, layers: [.dense(4), .tanh, .dense(4), .tanh, .dense(2)], machine: .best())
    #expect(network.parameterCount == 46)
    #expect(
      network.layerCosts() == [
        LayerCost(layer: 0, inputs: 3, outputs: 4, parameters: 16, multiplyAdds: 12),
        LayerCost(layer: 2, inputs: 4, outputs: 4, parameters: 20, multiplyAdds: 16),
        LayerCost(layer: 4, inputs: 4, outputs: 2, parameters: 10, multiplyAdds: 8),
      ])
    #expect(network.inputs == 3 && network.outputs == 2)
  }

  @Test("Parameters are listed in the order of the layers, with their shapes")
  func shapesMatchDocumentation() throws {
    let network = try Network(
      inputs: 3, layers: [.dense(4), .relu, .dense(2, bias: false)], machine: .best())
    #expect(
      network.parameters == [
        ParameterInfo(
          layer: 0, role: .weight, shape: Shape(3, 4), fanIn: 3, fanOut: 4,
          name: Array("0.weight".utf8)),
        ParameterInfo(
          layer: 0, role: .bias, shape: Shape(4), fanIn: 3, fanOut: 4,
          name: Array("0.bias".utf8)),
        ParameterInfo(
          layer: 2, role: .weight, shape: Shape(4, 2), fanIn: 4, fanOut: 2,
          name: Array("2.weight".utf8)),
      ])
  }

  @Test("A new network is zero; set values are read back, no more than fit")
  func values() throws {
    let network = try Network(inputs: 2, layers: [.dense(1)], machine: .best())
    #expect(network.values(0) == [0, 0] && network.values(1) == [0])
    network.setValues(0, [1, 2, 99])
    network.setValues(1, [])
    #expect(network.values(0) == [1, 2] && network.values(1) == [0])
  }

  @Test("Answers are those of the formula")
  func handComputed() throws {
    let network = try Network(inputs: 2, layers: [.dense(2), .relu, .dense(1)], machine: .best())
    network.setValues(0, [1, -1, 2, 3])
    network.setValues(1, [0.5, 0])
    network.setValues(2, [2, -4])
    network.setValues(3, [1])
    // Row (1, 2): hidden relu(5.5, 5), answer 11 - 20 + 1; row (-1, 0): hidden (0, 1), answer -3.
    #expect(network.predict([1, 2, -1, 0], count: 2) == [-8, -3])
  }

  @Test("Features that are not the given number of rows have no answers")
  func unfit() throws {
    let network = try Network(inputs: 2, layers: [.dense(1)], machine: .best())
    #expect(network.predict([1, 2, 3], count: 1).isEmpty)
    #expect(network.predict([], count: 0).isEmpty)
    #expect(network.predict([1, 2], count: -1).isEmpty)
  }

  @Test("An answer does not depend on the rows beside it")
  func chunks() throws {
    let network = try Network(inputs: 3, layers: [.dense(20), .tanh, .dense(3)], machine: .best())
    network.initialize(.pytorchDefault, seed: 4)
    var numbers = TestNumbers(1)
    let features = numbers.numbers(3 * 2500)
    let answers = network.predict(features, count: 2500)
    #expect(answers.count == 7500)
    for row in [0, 1, 1023, 1024, 2047, 2048, 2499] {
      let alone = network.predict(Array(features[3 * row..<3 * row + 3]), count: 1)
      #expect(bits(alone) == bits(Array(answers[3 * row..<3 * row + 3])), "row \(row)")
    }
  }

  @Test("Layers that do not fit are refused")
  func errors() {
    #expect(throws: ShapeError.invalid(operation: "input", Shape(1, 0))) {
      try Network(inputs: 0, layers: [.dense(1)], machine: .best())
    }
    let shapes = [Shape(1, 1), Shape(1, 2), Shape(1, 2)]
    let reason = ShapeError.outOfRange(operation: "dense", value: 0)
    #expect(throws: ShapeError.layer(2, "dense", shapes: shapes, reason)) {
      try Network(inputs: 1, layers: [.dense(2), .tanh, .dense(0)], machine: .best())
    }
  }

  @Test("The digest tells every bit, and no NaN from another")
  func digest() throws {
    let network = try Network(inputs: 1, layers: [.dense(1, bias: false)], machine: .best())
    func digest(_ value: Float) -> UInt64 {
      network.setValues(0, [value])
      return network.digest()
    }
    #expect(digest(0) != digest(-0.0) && digest(1) != digest(Float(1).nextUp))
    #expect(digest(.nan) == digest(Float(bitPattern: 0xFFC0_0001)))
    // FNV-1a of four zero bytes.
    #expect(digest(0) == 0x4D25_767F_9DCE_13F5)
  }
}
