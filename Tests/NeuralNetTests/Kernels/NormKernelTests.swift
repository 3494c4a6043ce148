import Kernels
import Testing

@testable import NeuralNet

/// Norms, tables and added rows against their plain twins, bit for bit.
struct NormKernelTests {
  private func expectTwin(
    _ test: KernelCase, _ kernel: (KernelTable) -> Kernel?, _ comment: String
  ) {
    let expected = test.run(on: .plain, kernel)
    #expect(expected.isGuardIntact)
    for choice in KernelChoice.all {
      let found = test.run(on: choice, kernel)
      #expect(found == expected, "\(String(decoding: choice.name, as: UTF8.self)) \(comment)")
    }
  }

  @Test("norms have the bits of the plain loops", arguments: ElementKernelTests.counts)
  func norms(columns: Int) {
    for rows in [1, 2, 5, 10] {
      for isCentred: Float in [0, 1] {
        for hasAffine in [true, false] {
          var numbers = TestNumbers(rows * 100 + columns), test = KernelCase()
          (test.step.rows, test.step.columns) = (Int32(rows), Int32(columns))
          (test.step.s0, test.step.s1) = (1e-5, isCentred)
          test.a = numbers.numbers(rows * columns, scale: 4)
          test.out = test.a
          test.extra = [Float](repeating: 777, count: 2 * rows)
          test.b = hasAffine ? numbers.numbers(columns) : nil
          test.start = hasAffine ? numbers.numbers(columns) : nil
          expectTwin(test, { $0.normalizeRows }, "norm \(rows)x\(columns)")
          test.b = numbers.numbers(rows * columns)
          test.other = numbers.numbers(2 * rows)
          expectTwin(test, { $0.normalizeRowsGradient }, "gradient \(rows)x\(columns)")
          test.out = [Float](repeating: 777, count: columns)
          test.extra = hasAffine ? test.out : nil
          expectTwin(test, { $0.normalizeScaleGradient }, "scale \(rows)x\(columns)")
        }
      }
    }
  }

  @Test("tables have the bits of the plain loops", arguments: ElementKernelTests.counts)
  func tables(columns: Int) {
    for rows in [1, 2, 5, 10] {
      var numbers = TestNumbers(rows * 100 + columns), test = KernelCase()
      (test.step.rows, test.step.columns, test.step.depth) = (Int32(rows), Int32(columns), 3)
      // Numbers from -1 to 3: the first and the last are no rows.
      test.a = (0..<rows).map { _ in Float(numbers.below(5)) - 1 }
      test.b = numbers.numbers(max(rows, 3) * columns)
      test.out = [Float](repeating: 777, count: rows * columns)
      expectTwin(test, { $0.gatherRows }, "gather \(rows)x\(columns)")
      test.out = [Float](repeating: 777, count: 3 * columns)
      expectTwin(test, { $0.scatterRows }, "scatter \(rows)x\(columns)")
      test.a = numbers.numbers(rows * columns)
      test.out = test.a
      expectTwin(test, { $0.addRow }, "add row \(rows)x\(columns)")
    }
  }
}
