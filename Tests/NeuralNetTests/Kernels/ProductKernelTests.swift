import Kernels
import Testing

@testable import NeuralNet

/// The matrix products against their plain twin, bit for bit, on every instance this CPU can run.
struct ProductKernelTests {
  /// Sizes round the tiles and vectors of all instances, and the blocks of the depth.
  static let sizes = [1, 2, 3, 5, 7, 10, 13, 16, 17, 31, 65]

  private func check(_ rows: Int, _ columns: Int, _ depth: Int, seed: Int) {
    var numbers = TestNumbers(seed)
    for (transposeA, transposeB) in [(0, 0), (1, 0), (0, 1)] {
      var test = KernelCase()
      test.a = numbers.numbers(rows * depth)
      test.b = numbers.numbers(depth * columns)
      test.out = [Float](repeating: 777, count: rows * columns)
      test.step.rows = Int32(rows)
      test.step.columns = Int32(columns)
      test.step.depth = Int32(depth)
      test.step.transposeA = Int32(transposeA)
      test.step.transposeB = Int32(transposeB)
      switch numbers.below(3) {
      case 0: test.step.sumStart = startZero
      case 1:
        test.step.sumStart = startRow
        test.start = numbers.numbers(columns)
      default:
        test.step.sumStart = startMatrix
        test.start = numbers.numbers(rows * columns)
      }
      if numbers.below(2) == 1 {
        test.step.function = functionTanhGradient
        test.other = numbers.numbers(rows * columns)
      }
      let expected = test.run(on: .plain) { $0.matmul }
      for choice in KernelChoice.all {
        let found = test.run(on: choice) { $0.matmul }
        #expect(
          found == expected,
          "\(String(decoding: choice.name, as: UTF8.self)) \(rows)x\(depth)x\(columns) \(transposeA)\(transposeB)"
        )
      }
    }
  }

  @Test("products of all small sizes have the bits of the plain loops", arguments: sizes)
  func smallSizes(rows: Int) {
    for columns in Self.sizes {
      for depth in [1, 2, 5, 17] {
        check(rows, columns, depth, seed: rows * 10_007 + columns * 101 + depth)
      }
    }
  }

  @Test(
    "products that are blocked and packed have the bits of the plain loops",
    arguments: [
      (33, 65, 513), (9, 100, 520), (20, 70, 512), (8, 10, 1100), (3, 300, 20), (200, 1, 600),
      (1, 1, 2000), (130, 64, 512), (11, 130, 259), (77, 150, 300), (90, 128, 95),
    ])
  func largeSizes(rows: Int, columns: Int, depth: Int) {
    check(rows, columns, depth, seed: rows + columns + depth)
  }

  @Test(
    "the parts of a product are the whole", arguments: [(64, 130, 70), (61, 20, 90), (50, 1, 7)])
  func units(rows: Int, columns: Int, depth: Int) {
    var numbers = TestNumbers(rows)
    let a = GuardedFloats(numbers.numbers(rows * depth))
    let b = GuardedFloats(numbers.numbers(depth * columns))
    let row = GuardedFloats(numbers.numbers(columns)), scratch = Memory(count: Int(SCRATCH_COUNT))
    let whole = GuardedFloats(count: rows * columns), parts = GuardedFloats(count: rows * columns)
    var context = Context()
    context.scratch = scratch.floats
    var step = Step()
    step.a = UnsafePointer(a.memory.floats)
    step.b = UnsafePointer(b.memory.floats)
    step.start = UnsafePointer(row.memory.floats)
    step.sumStart = startRow
    step.function = functionRelu
    (step.rows, step.columns, step.depth) = (Int32(rows), Int32(columns), Int32(depth))
    for choice in KernelChoice.all {
      step.out = whole.memory.floats
      step.units = 1
      choice.table.matmul(&step, &context, 0, 1)
      step.out = parts.memory.floats
      step.units = Int32(columns >= 64 ? (columns + 31) / 32 : (rows + 3) / 4)
      let units = Int(step.units), cut = units / 3
      choice.table.matmul(&step, &context, cut, units)
      choice.table.matmul(&step, &context, 0, cut)
      #expect(bits(whole.elements) == bits(parts.elements))
      #expect(parts.isGuardIntact)
    }
  }

  @Test("a product may begin with its own result")
  func inPlace() {
    for choice in KernelChoice.all {
      let a = GuardedFloats([1, 2, 3, 4]), b = GuardedFloats([10, 20])
      let out = GuardedFloats([100, 200]), scratch = Memory(count: Int(SCRATCH_COUNT))
      var context = Context(), step = Step()
      context.scratch = scratch.floats
      step.a = UnsafePointer(a.memory.floats)
      step.b = UnsafePointer(b.memory.floats)
      step.start = UnsafePointer(out.memory.floats)
      step.out = out.memory.floats
      step.sumStart = startMatrix
      (step.rows, step.columns, step.depth, step.units) = (2, 1, 2, 1)
      choice.table.matmul(&step, &context, 0, 1)
      #expect(out.elements == [150, 310])
    }
  }
}
