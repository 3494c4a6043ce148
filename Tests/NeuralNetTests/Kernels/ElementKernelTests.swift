import Kernels
import Testing

@testable import NeuralNet

/// Elementwise kernels, reductions and losses against their plain twins, bit for bit.
struct ElementKernelTests {
  static let counts = [1, 2, 3, 5, 7, 10, 13, 16, 17, 31, 65, 100]
  /// Numbers at which formulas change their branch, overflow or lose everything.
  static let specials: [Float] = [
    0, -0.0, 1, -1, .infinity, -.infinity, .nan, Float(bitPattern: 0x0001_16c2),
    Float(bitPattern: 0x8001_16c2), 88, -88, 89, -104, 1e30, -1e30,
    .greatestFiniteMagnitude, .leastNormalMagnitude, 20, -20, 0.5, -0.5,
  ]

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

  private func elements(_ count: Int, seed: Int) -> KernelCase {
    var numbers = TestNumbers(seed), test = KernelCase()
    test.a = numbers.numbers(count, scale: 4)
    test.b = numbers.numbers(count, scale: 4)
    test.other = test.b
    test.out = [Float](repeating: 777, count: count)
    test.step.rows = Int32(count)
    test.step.columns = 1
    test.step.s0 = 0.3
    return test
  }

  @Test("activations and their gradients have the bits of the formulas", arguments: counts)
  func functions(count: Int) {
    for code in 1..<functionCount.rawValue {
      var test = elements(count, seed: count + Int(code))
      test.step.function = ElementFunction(rawValue: code)
      expectTwin(test, { $0.map }, "function \(code) of \(count)")
    }
  }

  @Test("activations and their gradients have the bits of the formulas at special numbers")
  func functionsOfSpecials() {
    for code in 1..<functionCount.rawValue {
      for shift in 0..<4 {
        var test = elements(Self.specials.count, seed: shift)
        test.a = Self.specials
        if shift > 0 {
          test.other = Self.specials.indices.map { Self.specials[($0 * shift + 3) % 21] }
        }
        test.step.function = ElementFunction(rawValue: code)
        expectTwin(test, { $0.map }, "function \(code)")
      }
    }
  }

  @Test("arithmetic has the bits of the plain loops", arguments: counts)
  func arithmetic(count: Int) {
    let test = elements(count, seed: count)
    expectTwin(test, { $0.add }, "add \(count)")
    expectTwin(test, { $0.multiply }, "multiply \(count)")
    expectTwin(test, { $0.scale }, "scale \(count)")
    expectTwin(test, { $0.copy }, "copy \(count)")
    expectTwin(test, { $0.fill }, "fill \(count)")
  }

  @Test("sums over rows and softmax have the bits of the plain loops", arguments: counts)
  func rows(columns: Int) {
    for rows in [1, 2, 3, 4, 5, 10, 64] {
      var test = elements(rows * columns, seed: rows * 100 + columns)
      test.step.rows = Int32(rows)
      test.step.columns = Int32(columns)
      expectTwin(test, { $0.softmax }, "softmax \(rows)x\(columns)")
      expectTwin(test, { $0.softmaxGradient }, "softmax gradient \(rows)x\(columns)")
      test.out = [Float](repeating: 777, count: columns)
      expectTwin(test, { $0.sumRows }, "sumRows \(rows)x\(columns)")
    }
  }

  @Test("softmax of rows with infinities and NaN has the bits of the plain loops")
  func softmaxOfSpecials() {
    for shift in 0..<21 {
      var test = elements(21, seed: 0)
      test.a = Self.specials.indices.map { Self.specials[($0 + shift) % 21] }
      test.step.rows = 3
      test.step.columns = 7
      expectTwin(test, { $0.softmax }, "shift \(shift)")
    }
  }

  @Test("losses and their gradients have the bits of the plain loops", arguments: counts)
  func losses(columns: Int) {
    for rows in [1, 3, 10, 64] {
      for variant in 0..<4 {
        var test = elements(rows * columns, seed: rows * 1000 + columns)
        let isStored = variant / 2 == 1
        test.out = [Float](repeating: 777, count: isStored ? rows * columns + 1 : 1)
        test.storesLosses = isStored
        test.extra = variant % 2 == 0 ? [Float](repeating: 777, count: rows * columns) : nil
        test.step.s0 = 0.7
        test.step.loss.isMean = isStored ? 0 : 1
        test.step.loss.ignored = -100
        expectElementLosses(test, "\(rows)x\(columns)")
        test.step.rows = Int32(rows)
        test.step.columns = Int32(columns)
        var numbers = TestNumbers(columns)
        if isStored {
          test.weights = numbers.numbers(2 * columns).map { $0 + 1 }
          expectTwin(test, { $0.weightedBinaryCrossEntropy }, "bce \(rows)x\(columns)")
        }
        test.b = (0..<rows).map { $0 % 4 == 3 ? -100 : Float(numbers.below(columns)) }
        for smoothing: Float in [0, 0.1] {
          test.step.loss.smoothing = smoothing
          expectTwin(test, { $0.crossEntropy }, "cross entropy \(rows)x\(columns)")
        }
        expectTwin(test, { $0.multiClassHinge }, "multi-class hinge \(rows)x\(columns)")
      }
    }
  }

  private func expectElementLosses(_ test: KernelCase, _ shape: String) {
    expectTwin(test, { $0.meanSquaredError }, "mse \(shape)")
    expectTwin(test, { $0.meanAbsoluteError }, "mae \(shape)")
    expectTwin(test, { $0.huber }, "huber \(shape)")
    expectTwin(test, { $0.smoothL1 }, "smooth L1 \(shape)")
    expectTwin(test, { $0.hinge }, "hinge \(shape)")
    expectTwin(test, { $0.binaryCrossEntropy }, "bce \(shape)")
  }

  @Test(
    "a class that does not exist gives NaN and touches no other memory",
    arguments: [-1, 3, 1e9, .nan, .infinity] as [Float])
  func unknownClass(label: Float) {
    var test = KernelCase()
    test.a = [1, 2, 3]
    test.b = [label]
    test.out = [0]
    test.extra = [0, 0, 0]
    test.step.rows = 1
    test.step.columns = 3
    test.step.loss.ignored = -100
    for choice in KernelChoice.all + [.plain] {
      let found = test.run(on: choice) { $0.crossEntropy }
      #expect(found.out == bits([.nan]))
      #expect(found.extra == bits([.nan, .nan, .nan]))
      #expect(found.isGuardIntact)
    }
  }

  @Test("the check of gradients finds one bad number wherever it is", arguments: counts)
  func checkFinite(count: Int) {
    for bad in [Float.nan, .infinity, -.infinity] {
      for at in 0..<count {
        var test = KernelCase()
        test.a = [Float](repeating: .greatestFiniteMagnitude, count: count)
        test.step.rows = Int32(count)
        let fine = test.run(on: .best) { $0.checkFinite }
        test.a[at] = bad
        #expect(fine.out == [])
        for choice in KernelChoice.all + [.plain] {
          #expect(test.run(on: choice) { $0.checkFinite }.out == [1])
        }
      }
    }
  }

  @Test("vector functions have the bits of their scalar twins")
  func vectorFunctions() {
    var numbers = TestNumbers(7)
    let x = Self.specials + numbers.numbers(5000, scale: 30) + numbers.numbers(5000, scale: 1)
    let functions: [(String, (KernelTable) -> VectorFunction?)] = [
      ("exp", { $0.exp }), ("log", { $0.log }), ("log1p", { $0.log1p }), ("tanh", { $0.tanh }),
      ("sigmoid", { $0.sigmoid }), ("sin", { $0.sin }), ("cos", { $0.cos }), ("erf", { $0.erf }),
      ("softplus", { $0.softplus }),
    ]
    for (name, function) in functions {
      var expected = [Float](repeating: 0, count: x.count)
      function(KernelChoice.plain.table)?(x, &expected, x.count)
      for choice in KernelChoice.all {
        var found = [Float](repeating: 0, count: x.count)
        function(choice.table)?(x, &found, x.count)
        #expect(bits(found) == bits(expected), "\(name)")
      }
    }
  }
}
