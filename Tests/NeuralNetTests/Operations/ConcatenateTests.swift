import Kernels
import Testing

@testable import NeuralNet

/// Values side by side along an axis, and parts of them.
struct ConcatenateTests {
  @Test("rows that lie apart are copied with the bits they have", arguments: [1, 5, 16, 33])
  func twins(columns: Int) {
    var numbers = TestNumbers(columns), test = KernelCase()
    test.a = numbers.numbers(7 * (columns + 3))
    test.out = [Float](repeating: 777, count: 7 * (columns + 2))
    test.step.rows = 7
    test.step.columns = Int32(columns)
    test.step.strides = RowStrides(a: Int32(columns + 3), out: Int32(columns + 2))
    let expected = test.run(on: .plain) { $0.copyRows }
    #expect(expected.out[columns + 2] == test.a[columns + 3].bitPattern)
    for units in [1, 7] as [Int32] {
      test.step.units = units
      for choice in KernelChoice.all {
        #expect(test.run(on: choice) { $0.copyRows } == expected)
      }
    }
  }

  @Test("along each axis", arguments: [0, 1, 2])
  func axes(axis: Int) throws {
    var graph = Graph()
    let a = try graph.input(Shape(2, 2, 2))
    let b = try graph.input(Shape(2, 2, 2).replacing(axis, by: 1))
    let y = try graph.add(Concatenate(axis: axis), [a, b])
    let part = try graph.add(Slice(1..<3, axis: axis), [y]), machine = Machine()
    let program = Program(
      graph, keep: [y, part], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(a, [1, 2, 3, 4, 5, 6, 7, 8])
    program.write(b, [-1, -2, -3, -4])
    program.run()
    let expected: [[Float]] = [
      [1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4], [1, 2, 3, 4, -1, -2, 5, 6, 7, 8, -3, -4],
      [1, 2, -1, 3, 4, -2, 5, 6, -3, 7, 8, -4],
    ]
    let parts: [[Float]] = [
      [5, 6, 7, 8, -1, -2, -3, -4], [3, 4, -1, -2, 7, 8, -3, -4], [2, -1, 4, -2, 6, -3, 8, -4],
    ]
    #expect(program.read(y) == expected[axis] && program.read(part) == parts[axis])
  }

  @Test("gradients along a random axis, with a value that occurs twice")
  func gradients() throws {
    for seed in 0..<8 {
      for sharing in [true, false] {
        let check = try GradientCheck(
          sharing: sharing, element: GradientCheck.awayFromZero, seed: seed
        ) { graph, numbers in
          let axis = numbers.below(3)
          let shape = Shape(1 + numbers.below(3), 1 + numbers.below(3), 1 + numbers.below(3))
          let a = try graph.parameter(shape.replacing(axis, by: 2)), b = try graph.parameter(shape)
          let all = try graph.add(Concatenate(axis: axis), [a, b, a])
          let part = try graph.add(Slice(1..<4, axis: axis), [all])
          return try graph.add(
            Add(),
            [graph.anyLoss(of: graph.add(Multiply(), [part, part])), graph.anyLoss(of: all)])
        }
        #expect(check.worst < 1e-6, "seed \(seed)")
      }
    }
  }

  @Test("what does not go together is refused")
  func errors() throws {
    var graph = Graph()
    let a = try graph.input(Shape(2, 3)), b = try graph.input(Shape(3, 3))
    #expect(
      throws: ShapeError.mismatch(
        operation: "concatenate", expected: Shape(2, 3), found: Shape(3, 3))
    ) { try graph.add(Concatenate(), [a, b]) }
    #expect(
      throws: ShapeError.conflict(
        operation: "concatenate", reason: "there is no such axis", found: 2, limit: 1)
    ) { try graph.add(Concatenate(axis: 2), [a, b]) }
    #expect(
      throws: ShapeError.conflict(
        operation: "slice", reason: "the range ends beyond the axis", found: 4, limit: 3)
    ) { try graph.add(Slice(2..<4), [a]) }
    #expect(throws: ShapeError.self) { try graph.add(Slice(2..<2), [a]) }
    let below = try graph.add(Concatenate(axis: 0), [a, b])
    #expect(graph.shape(below) == Shape(5, 3))
  }
}
