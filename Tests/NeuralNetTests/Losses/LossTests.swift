import Testing

@testable import NeuralNet

/// Losses by hand: values, gradients, shapes.
struct LossTests {
  struct Known: Sendable {
    let loss: Loss
    let prediction: [Float]
    let target: [Float]
    let value: Float
    let gradient: [Float]
    var columns = 1
  }

  static let known: [Known] = [
    Known(
      loss: .mse, prediction: [1, 2, 4, 0], target: [0, 2, 2, 1], value: 1.5,
      gradient: [0.5, 0, 1, -0.5]),
    Known(
      loss: .mae, prediction: [1, 2, 4, 0], target: [0, 2, 2, 1], value: 1,
      gradient: [0.25, 0, 0.25, -0.25]),
    Known(
      loss: .huber(), prediction: [0.5, 3], target: [0, 0], value: 1.3125, gradient: [0.25, 0.5]),
    Known(
      loss: .huber(delta: 2), prediction: [1, -3], target: [0, 0], value: 2.25, gradient: [0.5, -1]),
    Known(
      loss: .bce, prediction: [0, 0], target: [0, 1], value: 0.6931472, gradient: [0.25, -0.25]),
    Known(
      loss: .bce, prediction: [2, -1], target: [1, 1], value: 0.72009486,
      gradient: [-0.05960146, -0.36552929]),
    Known(loss: .bce, prediction: [1000, -1000], target: [1, 0], value: 0, gradient: [0, 0]),
    Known(
      loss: .bce, prediction: [1000, -1000], target: [0, 1], value: 1000, gradient: [0.5, -0.5]),
    Known(
      loss: .crossEntropy, prediction: [0, 0, 0, 0], target: [2], value: 1.3862944,
      gradient: [0.25, 0.25, -0.75, 0.25], columns: 4),
    Known(
      loss: .crossEntropy, prediction: [1, 2, 3, 1000, 0, -1000], target: [0, 0], value: 1.2038030,
      gradient: [-0.45498471, 0.12236424, 0.33262048, 0, 0, 0], columns: 3),
  ]

  @Test("losses and their gradients, by hand", arguments: known)
  func values(known: Known) throws {
    let rows = known.prediction.count / known.columns
    var graph = Graph()
    let y = try graph.parameter(Shape(rows, known.columns))
    let target = try graph.input(
      known.loss.takesClasses ? Shape(rows) : Shape(rows, known.columns))
    let loss = try known.loss.add(to: &graph, y, target)
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      var differentiated = graph
      let gradients = differentiated.differentiate(loss, for: [y])
      let program = Program(
        differentiated, keep: [loss], parameters: store, gradients: gradients, machine: machine)
      program.write(target, known.target)
      for i in 0..<store.count { store.values(0)[i] = known.prediction[i] }
      program.runGradients()
      let value = program.read(loss)[0]
      #expect((value - known.value).magnitude <= 2e-7 * max(1, known.value), "\(value)")
      for i in 0..<store.count {
        let slope = store.gradients(0)[i]
        #expect((slope - known.gradient[i]).magnitude <= 1e-7, "\(i): \(slope)")
      }
    }
  }

  @Test("an untrained classifier of C classes has the loss log C", arguments: [2, 3, 10, 100])
  func uniform(classes: Int) throws {
    var graph = Graph()
    let z = try graph.input(Shape(4, classes)), t = try graph.input(Shape(4))
    let loss = try Loss.crossEntropy.add(to: &graph, z, t), machine = Machine()
    let program = Program(
      graph, keep: [loss], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(z, [Float](repeating: 3, count: 4 * classes))
    program.write(t, [0, 1, 0, 1])
    program.run()
    #expect((program.read(loss)[0] - Math.log(Float(classes))).magnitude < 1e-6)
  }

  @Test("a sequence has a class at each time; its loss is the mean over all of them")
  func sequence() throws {
    var graph = Graph()
    let z = try graph.input(Shape(2, 3, 4)), t = try graph.input(Shape(2, 3))
    let flat = try graph.input(Shape(6, 4)), classes = try graph.input(Shape(6))
    let loss = try Loss.crossEntropy.add(to: &graph, z, t), machine = Machine()
    let same = try Loss.crossEntropy.add(to: &graph, flat, classes)
    let program = Program(
      graph, keep: [loss, same], parameters: ParameterStore(graph, machine: machine),
      machine: machine)
    var numbers = TestNumbers(1)
    let logits = numbers.numbers(24)
    for value in [z, flat] { program.write(value, logits) }
    for value in [t, classes] { program.write(value, [0, 3, 2, 1, 0, 1]) }
    program.run()
    #expect(program.read(loss) == program.read(same))
    #expect(program.read(loss)[0] > 0)
  }

  /// The loss of one batch with its gradient.
  private func run(
    _ loss: Loss, _ shape: Shape, _ prediction: [Float], _ target: [Float],
    machine: Machine = Machine()
  ) throws -> (loss: [Float], gradient: [Float]) {
    var graph = Graph()
    let y = try graph.parameter(shape)
    let t = try graph.input(loss.takesClasses ? shape.withoutColumns : shape)
    let value = try loss.add(to: &graph, y, t), gradients = graph.differentiate(value, for: [y])
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [value], parameters: store, gradients: gradients, machine: machine)
    program.write(t, target)
    for (i, number) in prediction.enumerated() { store.values(0)[i] = number }
    program.runGradients()
    return (program.read(value), (0..<shape.count).map { store.gradients(0)[$0] })
  }

  @Test("cross-entropy has the golden values of three classes, with and without smoothing")
  func golden() throws {
    let logits: [Float] = [2, 1, 0.1, 0, 0, 0]
    let plain = try run(.crossEntropy, Shape(2, 3), logits, [0, 2])
    #expect((plain.loss[0] - 0.757_821_152_5).magnitude < 1e-7)
    let expected: [Float] = [-0.170_499_43, 0.121_216_485, 0.049_282_945, 1 / 6, 1 / 6, -1 / 3]
    for (x, y) in zip(plain.gradient, expected) { #expect((x - y).magnitude < 1e-7) }
    let smooth = try run(.crossEntropy(labelSmoothing: 0.1), Shape(2, 3), logits, [0, 2])
    #expect((smooth.loss[0] - 0.806_154_485_8).magnitude < 1e-7)
  }

  @Test("rows of the ignored class change nothing; without others the mean is NaN, the sum 0")
  func ignored() throws {
    let logits: [Float] = [2, 1, 0.1, .nan, 0, 0]
    let both = try run(.crossEntropy, Shape(2, 3), logits, [0, -100])
    let one = try run(.crossEntropy, Shape(1, 3), [2, 1, 0.1], [0])
    #expect(both.loss == one.loss)
    #expect(both.gradient == one.gradient + [0, 0, 0])
    let none = try run(.crossEntropy, Shape(1, 3), [2, 1, 0.1], [-100])
    #expect(none.loss[0].isNaN)
    #expect(none.gradient == [0, 0, 0])
    #expect(try run(.crossEntropy.reduced(to: .sum), Shape(1, 3), [1, 2, 3], [-100]).loss == [0])
  }

  @Test("large losses have the same bits in one unit and in many, on all kernels")
  func units() throws {
    var numbers = TestNumbers(4)
    let shape = Shape(300, 65), y = numbers.numbers(shape.count, scale: 3)
    let classes = (0..<300).map { $0 % 7 == 0 ? -100 : Float(numbers.below(65)) }
    let real = numbers.numbers(shape.count), weights = numbers.numbers(65).map { $0 + 1.5 }
    let losses: [Loss] = [
      .mse, .bce, .hinge(), .bce(positiveWeights: weights), .crossEntropy, .multiClassHinge(),
      .crossEntropy(classWeights: weights, labelSmoothing: 0.1), .mae.reduced(to: .sum),
    ]
    for loss in losses {
      var targets = loss.takesClasses ? classes : real
      if loss.ignoredClass == nil { targets = targets.map { max($0, 0) } }
      let expected = try run(loss, shape, y, targets, machine: Machine(kernels: .plain))
      #expect(expected.loss[0].isFinite)
      for choice in KernelChoice.all {
        for threads in [1, 2] {
          let found = try run(
            loss, shape, y, targets, machine: Machine(kernels: choice, threads: threads))
          #expect(bits(found.loss) == bits(expected.loss), "\(loss.name.text)")
          #expect(bits(found.gradient) == bits(expected.gradient), "\(loss.name.text)")
        }
      }
    }
  }

  @Test("impossible options are refused")
  func options() throws {
    var graph = Graph()
    let z = try graph.input(Shape(4, 3)), t = try graph.input(Shape(4))
    #expect(
      throws: ShapeError.mismatch(operation: "crossEntropy", expected: Shape(3), found: Shape(2))
    ) { _ = try Loss.crossEntropy(classWeights: [1, 2]).add(to: &graph, z, t) }
    #expect(throws: ShapeError.outOfRange(operation: "crossEntropy", value: 1.5)) {
      _ = try Loss.crossEntropy(labelSmoothing: 1.5).add(to: &graph, z, t)
    }
    #expect(throws: ShapeError.outOfRange(operation: "bce", value: -1)) {
      _ = try Loss.bce(positiveWeights: [1, -1, 1]).add(to: &graph, z, z)
    }
    #expect(throws: ShapeError.outOfRange(operation: "smoothL1", value: 0)) {
      _ = try Loss.smoothL1(beta: 0).add(to: &graph, z, z)
    }
  }

  @Test("targets that do not fit the predictions are refused")
  func shapes() throws {
    var graph = Graph()
    let y = try graph.input(Shape(4, 3)), wrong = try graph.input(Shape(4, 2))
    #expect(
      throws: ShapeError.mismatch(operation: "mse", expected: Shape(4, 3), found: Shape(4, 2))
    ) {
      _ = try Loss.mse.add(to: &graph, y, wrong)
    }
    #expect(
      throws: ShapeError.mismatch(operation: "crossEntropy", expected: Shape(4), found: Shape(4, 2))
    ) {
      _ = try Loss.crossEntropy.add(to: &graph, y, wrong)
    }
    #expect(throws: ShapeError.outOfRange(operation: "huber", value: 0)) {
      _ = try Loss.huber(delta: 0).add(to: &graph, y, y)
    }
  }

  @Test("losses are values that can be compared")
  func equality() {
    #expect(Loss.huber(delta: 1) == .huber())
    #expect(Loss.huber(delta: 2) != .huber())
    #expect(Loss.mse != .mae)
    #expect(Loss.mse.reduced(to: .sum) != .mse)
    #expect(Loss.crossEntropy() == .crossEntropy)
    #expect(Loss.crossEntropy(classWeights: [1, 2]) != .crossEntropy)
    #expect(Loss.bce() == .bce)
  }
}
