import Testing

@testable import NeuralNet

/// Recurrent layers: PyTorch's numbers, shapes and names, gradients through time and states.
struct RecurrentTests {
  static let references: [String: [Layer]] = [
    "rnn": [.rnn(5)],
    "rnn-relu-bidirectional": [.rnn(4, relu: true, bidirectional: true)],
    "rnn-last": [.rnn(3, layers: 2, returns: .last)],
    "lstm": [.lstm(5)],
    "lstm-one-unit": [.lstm(1, layers: 2)],
    "lstm-stacked-bidirectional": [.lstm(3, layers: 2, bidirectional: true)],
    "lstm-last-bidirectional": [.lstm(3, layers: 2, bidirectional: true, returns: .last)],
    "gru": [.gru(5)],
    "gru-stacked-bidirectional": [.gru(3, layers: 2, bidirectional: true)],
    "gru-last": [.gru(12, returns: .last)],
  ]

  private static let cells: [RecurrentCell] = [.tanh, .relu, .lstm, .gru]

  private func parameters(_ layer: Layer) throws -> [(name: String, info: ParameterInfo)] {
    var graph = Graph()
    _ = try graph.apply([layer], to: graph.input(Shape(2, 4, 3)))
    return graph.parameterInfo.map { (String(decoding: $0.name, as: UTF8.self), $0) }
  }

  @Test("parameters have PyTorch's names, order and start")
  func names() throws {
    let all = try parameters(.gru(5, layers: 2, bidirectional: true))
    let kinds = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"]
    let ends = ["_l0", "_l0_reverse", "_l1", "_l1_reverse"]
    #expect(all.map { $0.name } == ends.flatMap { end in kinds.map { "0." + $0 + end } })
    let shapes = [Shape(3, 15), Shape(5, 15), Shape(15), Shape(15)]
    #expect(all.prefix(4).map { $0.info.shape } == shapes)
    #expect(all[8].info.shape == Shape(10, 15))
    #expect(all.allSatisfy { $0.info.start == .uniform(bound: 1 / Float(5).squareRoot()) })
    #expect(try parameters(.rnn(5)).map { $0.info.shape.columns } == [5, 5, 5, 5])
    #expect(try parameters(.lstm(5)).map { $0.info.shape.columns } == [20, 20, 20, 20])
  }

  @Test("the forget bias is added to one of the two biases, and to the forget gate only")
  func forgetBias() throws {
    let plain = try parameters(.lstm(4))
    let raised = try parameters(.lstm(4, forgetBias: 1))
    #expect(raised.map { $0.info.start }.filter { $0 != .uniform(bound: 0.5) }.count == 1)
    func values(_ info: ParameterInfo, _ initializer: Initializer) -> [Float] {
      var values = [Float](repeating: .nan, count: 16)
      initializer.fill(parameter: info, values: &values, seed: 1, index: 2)
      return values
    }
    let before = values(plain[2].info, .pytorchDefault)
    let after = values(raised[2].info, .pytorchDefault)
    #expect(after == before.enumerated().map { 4..<8 ~= $0 ? $1 + 1 : $1 })
    #expect(before.allSatisfy { $0.magnitude <= 0.5 && $0 != 0 })
    let zeros = values(raised[2].info, .xavierUniform())
    #expect(zeros == (0..<16).map { 4..<8 ~= $0 ? 1 : 0 })
  }

  @Test("shapes are those documented")
  func shapes() throws {
    func shape(_ layer: Layer) throws -> Shape {
      var graph = Graph()
      let y = try graph.apply([layer], to: graph.input(Shape(2, 4, 3)))[0]
      return graph.shape(y)
    }
    #expect(try shape(.rnn(5)) == Shape(2, 4, 5))
    #expect(try shape(.lstm(5, bidirectional: true)) == Shape(2, 4, 10))
    #expect(try shape(.gru(5, returns: .last)) == Shape(2, 5))
    #expect(try shape(.gru(5, layers: 3, bidirectional: true, returns: .last)) == Shape(2, 10))
  }

  /// Golden values in Float64: weights `0.5 sin(k + o)`, k = 1, 2, … in PyTorch's order, o = 0, 20,
  /// 40 and 60 for the parameters; `x_k = sin(k + 100)`, three times of two features; L = Σ h.
  @Test(
    "hand-computed sequences",
    arguments: [
      (.lstm, [0.1088985602, 0.0704820369], [0.13125245, 0.02480114, 0.42787387]),
      (.gru, [0.4875919872, 0.4219670877], [0.41642026, 0.13050349, 0.77286970]),
      (.tanh, [-0.8980821201, -0.3057872587], [1.2341662, 0.42212061, 0.57483812]),
    ] as [(RecurrentCell, [Double], [Double])])
  func golden(cell: RecurrentCell, states: [Double], gradients: [Double]) throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, 3, 2))
    let state = try RecurrentStack(cell, units: 2).add(to: &graph, x).states[0]
    let ones = try graph.input(Shape(2, 1))
    let loss = try graph.add(Matmul(), [state.hidden, ones])
    let slopes = graph.differentiateParameters(loss)
    let machine = Machine(kernels: .float64)
    let store = ParameterStore(graph, machine: machine)
    func doubles(_ buffer: Buffer, _ count: Int) -> UnsafeMutableBufferPointer<Double> {
      let start = UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: Double.self)
      return UnsafeMutableBufferPointer(start: start, count: count)
    }
    for (i, info) in graph.parameterInfo.enumerated() {
      let order = info.fromPyTorch((0..<info.shape.count).map { Float($0) })
      let values = doubles(store.values(i), info.shape.count)
      for at in values.indices {
        values[at] = 0.5 * Double.sin(Double(order[at]) + 1 + 20 * Double(i))
      }
    }
    let kept = [state.hidden, loss] + (state.cell.map { [$0] } ?? [])
    let program = Program(
      graph, keep: kept, parameters: store, gradients: slopes, machine: machine)
    let input = doubles(program.buffer(x), 6)
    for k in 0..<6 { input[k] = Double.sin(Double(k + 101)) }
    program.write(ones, [1, 1])
    program.runGradients()
    for (found, expected) in zip(program.readDoubles(state.hidden), states) {
      #expect((found - expected).magnitude < 2e-10)
    }
    if let last = state.cell {
      let cells = program.readDoubles(last)
      #expect((cells[0] - 0.3788633866).magnitude < 2e-10)
      #expect((cells[1] - 0.2873830957).magnitude < 2e-10)
    }
    func gradient(_ i: Int) -> [Double] {
      Array(doubles(store.gradients(i), graph.parameterInfo[i].shape.count))
    }
    func norm(_ i: Int) -> Double { gradient(i).reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let found = [norm(0), norm(1), gradient(2).reduce(0, +)]
    for (found, expected) in zip(found, gradients) {
      #expect((found - expected).magnitude < 1e-7, "\(found), expected \(expected)")
    }
  }

  @Test("gradients of weights, inputs and initial states, in both directions", arguments: cells)
  func gradients(cell: RecurrentCell) throws {
    for seed in 0..<6 {
      let check = try GradientCheck(
        sharing: seed % 2 == 0, element: { Double($0.number()) }, seed: seed
      ) { graph, numbers in
        let batch = 1 + numbers.below(3)
        let units = 1 + numbers.below(3)
        let x = try graph.parameter(Shape(batch, 1 + numbers.below(4), 1 + numbers.below(3)))
        var initial: [RecurrentState] = []
        for _ in 0..<(seed < 3 ? 4 : 0) {
          let h = try graph.parameter(Shape(batch, units))
          let c = try graph.parameter(Shape(batch, units))
          initial.append(RecurrentState(hidden: h, cell: cell == .lstm ? c : nil))
        }
        // ReLU has kinks; far from them all units are linear, and half of them on.
        let smooth: RecurrentCell = cell == .relu && seed > 2 ? .tanh : cell
        let result = try RecurrentStack(
          smooth, units: units, layers: 2, isBidirectional: true
        ).add(to: &graph, x, from: initial)
        var loss = try graph.anyLoss(of: try #require(result.sequence))
        for state in result.states {
          loss = try graph.add(Add(), [loss, graph.anyLoss(of: state.hidden)])
          if let cell = state.cell {
            loss = try graph.add(Add(), [loss, graph.anyLoss(of: cell)])
          }
        }
        return loss
      }
      // Gates multiply gradients until they nearly vanish, and differences lose digits.
      #expect(check.worst < 1e-4, "seed \(seed), error \(check.worst)")
    }
  }

  @Test("a decoder that begins with the states of an encoder passes gradients on to it")
  func encoderAndDecoder() throws {
    for cell in [RecurrentCell.lstm, .gru] {
      let check = try GradientCheck(element: { Double($0.number()) }, seed: 1) { graph, numbers in
        let source = try graph.parameter(Shape(2, 3, 2))
        let target = try graph.input(Shape(2, 4, 3))
        let stack = RecurrentStack(cell, units: 3, layers: 2)
        let states = try stack.add(to: &graph, source, givesSequence: false).states
        let answer = try stack.add(to: &graph, target, from: states).sequence
        return try graph.anyLoss(of: try #require(answer))
      }
      #expect(check.worst < 1e-5)
    }
  }

  @Test(
    "the same bits on every machine, odd sizes, many rows",
    arguments: references.keys.sorted())
  func bits(name: String) throws {
    let layers = try #require(Self.references[name])
    try expectSameBits(layers, input: Shape(3, 4, 3))
  }

  @Test("the same bits where threads share the rows")
  func bitsOfThreads() throws {
    for layer in [Layer.rnn(65), .lstm(33, bidirectional: true), .gru(40, returns: .last)] {
      try expectSameBits([layer, .dense(2)], input: Shape(40, 4, 3), steps: 2)
    }
    try expectSameBits([.rnn(1), .gru(1, returns: .last)], input: Shape(9, 3, 2))
    try expectSameBits([.lstm(3, layers: 2, returns: .last, dropout: 0.3)], input: Shape(5, 3, 2))
  }

  @Test("a product whose last column is a thread's only one has its rows where they belong")
  func lastColumn() throws {
    try expectSameBits([.dense(65), .tanh, .dense(2)], input: Shape(350, 3), steps: 1)
  }

  @Test("evaluation gives what training gives")
  func evaluation() throws {
    for cell in Self.cells {
      var graph = Graph()
      let x = try graph.input(Shape(3, 5, 2))
      let result = try RecurrentStack(cell, units: 4).add(to: &graph, x)
      let sequence = try #require(result.sequence)
      let machine = Machine()
      let store = ParameterStore(graph, machine: machine)
      for i in 0..<store.count { store.values.floats[i] = Float(i % 7) / 5 - 0.6 }
      var outputs: [[Float]] = []
      for evaluating in [false, true] {
        let program = Program(
          graph, keep: [sequence, result.states[0].hidden], parameters: store,
          evaluating: evaluating, machine: machine)
        program.write(x, (0..<30).map { Float($0 % 5) - 2 })
        program.run()
        outputs.append(program.read(sequence))
        let last = (0..<3).flatMap { row in (0..<4).map { outputs[0][(row * 5 + 4) * 4 + $0] } }
        #expect(program.read(result.states[0].hidden) == last)
      }
      #expect(outputs[0] == outputs[1])
    }
  }

  @Test("a frequency is learnt from a sequence")
  func learning() throws {
    var graph = Graph()
    let x = try graph.input(Shape(16, 12, 1))
    let y = try graph.apply([.lstm(8, returns: .last), .dense(1)], to: x)[1]
    let target = try graph.input(Shape(16, 1))
    let loss = try Loss.mse.add(to: &graph, y, target)
    let gradients = graph.differentiateParameters(loss)
    let machine = Machine()
    let store = ParameterStore(graph, machine: machine)
    for (i, info) in graph.parameterInfo.enumerated() {
      Initializer.pytorchDefault.fill(parameter: info, values: store.values(i), seed: 1, index: i)
    }
    let program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, update: Adam(), machine: machine
    )
    program.learningRate = 0.02
    program.write(
      x, (0..<192).map { Math.sin(Float($0 % 12) * (0.2 + 0.05 * Float($0 / 12))) })
    program.write(target, (0..<16).map { Float($0) / 8 - 1 })
    program.run()
    let first = program.read(loss)[0]
    for _ in 0..<300 { program.run() }
    #expect(program.read(loss)[0] < first / 50)
  }

  @Test("what does not go together is refused")
  func errors() {
    func error(_ layer: Layer, _ shape: Shape = Shape(2, 4, 3)) -> ShapeError? {
      do throws(ShapeError) {
        var graph = Graph()
        _ = try graph.apply([layer], to: graph.input(shape))
        return nil
      } catch {
        return error.cause
      }
    }
    #expect(error(.lstm(0)) == .outOfRange(operation: "lstm", value: 0))
    #expect(error(.gru(3, layers: 0)) == .outOfRange(operation: "gru", value: 0))
    #expect(error(.rnn(3, dropout: 1)) == .outOfRange(operation: "dropout", value: 1))
    #expect(error(.lstm(3, forgetBias: .nan)) == .outOfRange(operation: "lstm", value: .nan))
    #expect(
      error(.rnn(3), Shape(2, 4))
        == .conflict(
          operation: "rnn", reason: "a sequence has the axes batch, time and features", found: 2,
          limit: 3))
    var graph = Graph()
    #expect(
      throws: ShapeError.mismatch(
        operation: "gru", expected: Shape(2, 3), found: Shape(2, 4))
    ) {
      let x = try graph.input(Shape(2, 4, 3))
      let h = try graph.input(Shape(2, 4))
      _ = try RecurrentStack(.gru, units: 3).add(
        to: &graph, x, from: [RecurrentState(hidden: h)])
    }
    #expect(throws: ShapeError.self) {
      let x = try graph.input(Shape(2, 4, 3))
      let h = try graph.input(Shape(2, 3))
      _ = try RecurrentStack(.gru, units: 3, layers: 2).add(
        to: &graph, x, from: [RecurrentState(hidden: h)])
    }
  }

  @Test("layers are equal if all options are; defaults are one layer, forward, all states")
  func equality() {
    #expect(
      Layer.lstm(3)
        == .lstm(
          3, layers: 1, bidirectional: false, forgetBias: 0, returns: .sequence, dropout: 0))
    #expect(Layer.rnn(3) == .rnn(3, relu: false, layers: 1, bidirectional: false))
    #expect(Layer.gru(3) != .gru(3, returns: .last))
    #expect(Layer.lstm(3) != .lstm(3, forgetBias: 1))
    #expect(Layer.rnn(3) != .rnn(3, relu: true))
  }
}
