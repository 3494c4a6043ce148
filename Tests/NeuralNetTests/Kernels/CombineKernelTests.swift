import Kernels
import Testing

@testable import NeuralNet

/// Kernels that repeat, permute and sum along axes against their plain twins, bit for bit.
struct CombineKernelTests {
  private func expectTwin(
    _ test: KernelCase, _ kernel: (KernelTable) -> Kernel?, _ comment: String
  ) {
    let expected = test.run(on: .plain, kernel)
    #expect(expected.isGuardIntact)
    for choice in KernelChoice.all {
      #expect(test.run(on: choice, kernel) == expected, "\(comment)")
    }
  }

  @Test("combinations of repeated operands have the bits of the plain loops", arguments: 0..<60)
  func combinations(seed: Int) {
    var numbers = TestNumbers(seed), test = KernelCase(), strideA = 1, strideB = 1
    let extents = [40, 4, 4, 4].map { Int32(1 + numbers.below($0)) }
    let axes = extents.map { extent in
      let repeatsA = numbers.below(3) == 0, repeatsB = numbers.below(3) == 0
      let axis = WalkAxis(
        extent: extent, a: repeatsA ? 0 : Int32(strideA), b: repeatsB ? 0 : Int32(strideB))
      if !repeatsA { strideA *= Int(extent) }
      if !repeatsB { strideB *= Int(extent) }
      return axis
    }
    test.a = numbers.numbers(strideA, scale: 4)
    test.b = numbers.numbers(strideB, scale: 4)
    test.a[0] = ElementKernelTests.specials[seed % 21]
    let count = extents.reduce(1, *)
    test.out = [Float](repeating: 777, count: Int(count))
    test.step.columns = extents[0]
    test.step.rows = count / extents[0]
    for code in 0...combineShare.rawValue {
      test.step.walk = Walk(
        combination: Combination(rawValue: code), outer: axes[3], middle: axes[2], inner: axes[1],
        last: axes[0])
      expectTwin(test, { $0.combine }, "combination \(code) of \(extents)")
    }
  }

  @Test("sums over an axis have the bits of the plain loops", arguments: ElementKernelTests.counts)
  func sums(columns: Int) {
    for (rows, depth) in [(1, 1), (3, 2), (2, 17), (1, 100), (5, 33)] {
      var numbers = TestNumbers(columns), test = KernelCase()
      test.a = numbers.numbers(rows * depth * columns)
      test.out = [Float](repeating: 777, count: rows * columns)
      (test.step.rows, test.step.depth) = (Int32(rows), Int32(depth))
      (test.step.columns, test.step.s0) = (Int32(columns), Float(depth))
      expectTwin(test, { $0.sumAxis }, "\(rows)x\(depth)x\(columns)")
    }
  }
}
