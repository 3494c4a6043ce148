import Testing

@testable import NeuralNet

/// Shapes, nodes, shared weights and costs.
struct GraphTests {
  @Test("shapes know rows, columns and elements")
  func shapes() {
    let shape = Shape(2, 3, 4, 5)
    #expect(shape.rank == 4)
    #expect(shape.count == 120)
    #expect(shape.columns == 5)
    #expect(shape.rows == 24)
    #expect(Shape(7).rows == 1)
    #expect(Shape(7) != Shape(1, 7))
    #expect(Shape.scalar.count == 1)
  }

  @Test(
    "shapes without elements, or with too many, are not valid",
    arguments: [Shape(0), Shape(3, 0), Shape(-1, 2), Shape(1 << 20, 1 << 20), Shape(1 << 33)])
  func invalid(shape: Shape) {
    #expect(!shape.isValid)
    #expect(throws: ShapeError.invalid(operation: "input", shape)) {
      var graph = Graph()
      _ = try graph.input(shape)
    }
  }

  @Test("names compare by their bytes")
  func names() {
    #expect(Name("tanh") == "tanh")
    #expect(Name("tanh") != "tan")
    #expect(Name("tanh") != "tans")
  }

  @Test("a product of matrices that do not fit is refused with both shapes")
  func mismatch() throws {
    var graph = Graph()
    let a = try graph.input(Shape(2, 3)), b = try graph.input(Shape(4, 5))
    let bias = try graph.input(Shape(4))
    #expect(
      throws: ShapeError.mismatch(operation: "matmul", expected: Shape(3, 5), found: Shape(4, 5))
    ) {
      _ = try graph.add(Matmul(), [a, b])
    }
    let w = try graph.input(Shape(3, 5))
    #expect(throws: ShapeError.mismatch(operation: "matmul", expected: Shape(5), found: Shape(4))) {
      _ = try graph.add(Matmul(), [a, w, bias])
    }
    #expect(
      throws: ShapeError.mismatch(operation: "add", expected: Shape(2, 3), found: Shape(4, 5))
    ) {
      _ = try graph.add(Add(), [a, b])
    }
    #expect(
      throws: ShapeError.mismatch(operation: "reshape", expected: Shape(2, 3), found: Shape(5))
    ) {
      _ = try graph.add(Reshape(Shape(5)), [a])
    }
  }

  @Test("the guide's network [3, 4, 4, 2] has 46 parameters and 36 multiply-adds")
  func costs() throws {
    var graph = Graph()
    let layers: [Layer] = [.dense(4), .relu, .dense(4), .relu, .dense(2)]
    _ = try graph.apply(layers, to: graph.input(Shape(1, 3)))
    #expect(graph.parameterCount == 46)
    #expect(graph.multiplyAdds == 36)
    #expect(graph.multiplyAdds { $0.layer == 2 } == 16)
  }

  @Test("gradients cost about twice the forward pass, and only what is needed counts")
  func gradientCosts() throws {
    var graph = Graph()
    let layers: [Layer] = [.dense(4), .tanh, .dense(2)]
    let y = try graph.apply(layers, to: graph.input(Shape(1, 3)))
    let loss = try graph.anyLoss(of: y[2]), machine = Machine()
    let gradients = graph.differentiate(loss, for: graph.parameters)
    #expect(graph.multiplyAdds == 12 + 8)
    let program = Program(
      graph, keep: [loss], parameters: ParameterStore(graph, machine: machine),
      gradients: gradients, machine: machine)
    // Weights of both layers, and the input of the second one; not that of the first.
    #expect(program.multiplyAdds == 12 + 8 + 12 + 8 + 8)
  }

  @Test("a model that is applied twice can use its parameters again")
  func sharedWeights() throws {
    var graph = Graph()
    let x = try graph.input(Shape(2, 3)), layers: [Layer] = [.dense(3), .tanh]
    let first = try graph.apply(layers, to: x)
    let second = try graph.apply(layers, to: first[1], reusing: 0)
    #expect(graph.parameters.count == 2)
    #expect(graph[second[0]].inputs[1] == graph[first[0]].inputs[1])
    let reason = ShapeError.mismatch(
      operation: "parameter", expected: Shape(3, 3), found: Shape(3, 4))
    #expect(throws: ShapeError.layer(0, "dense", shapes: [Shape(2, 3)], reason)) {
      _ = try graph.apply([.dense(4)], to: x, reusing: 0)
    }
  }

  @Test("what the loss does not depend on has no gradient")
  func noGradient() throws {
    var graph = Graph()
    let used = try graph.parameter(Shape(1, 2)), unused = try graph.parameter(Shape(3))
    let loss = try graph.anyLoss(of: used)
    let gradients = graph.differentiate(loss, for: [used, unused])
    #expect(gradients[0] != nil)
    #expect(gradients[1] == nil)
  }

  @Test("a second contribution to a gradient begins a product instead of being added")
  func accumulation() throws {
    var graph = Graph()
    let x = try graph.parameter(Shape(2, 3)), w = try graph.parameter(Shape(3, 3))
    let y = try graph.apply([.tanh], to: graph.add(Matmul(), [x, w]))[0]
    let z = try graph.add(Matmul(), [y, w])
    let gradient = graph.differentiate(try graph.anyLoss(of: z), for: [w])[0]
    let node = graph[try #require(gradient)]
    #expect(node.operation.name == "matmul")
    #expect(node.inputs.count == 3)
  }
}
