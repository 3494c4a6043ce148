import Kernels
import Testing

@testable import NeuralNet

/// Updates against their plain twins, bit for bit, at every width and with a tail.
struct UpdateKernelTests {
  /// A kernel with the forms that it has.
  struct Rule: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let forms: [Int]
    let kernel: @Sendable (KernelTable) -> Kernel?
  }

  static let rules = [
    Rule(testDescription: "sgd", forms: [0]) { $0.sgd },
    Rule(testDescription: "momentum", forms: [0, updateNesterov]) { $0.momentum },
    Rule(testDescription: "adam", forms: [0, updateLargest]) { $0.adam },
    Rule(testDescription: "nadam", forms: [0]) { $0.nadam },
    Rule(
      testDescription: "rmsprop",
      forms: [0, updateCentred, updateVelocity, updateCentred | updateVelocity]
    ) { $0.rmsprop },
    Rule(testDescription: "adagrad", forms: [0]) { $0.adagrad },
    Rule(testDescription: "lion", forms: [0]) { $0.lion },
    Rule(testDescription: "clip", forms: [0]) { $0.clip },
  ]

  @Test("updates have the bits of the plain loops", arguments: rules)
  func updates(rule: Rule) {
    for count in ElementKernelTests.counts {
      for form in rule.forms {
        let test = update(count, form: form), expected = test.run(on: .plain, rule.kernel)
        #expect(expected.isGuardIntact && expected.out != bits(test.out))
        for choice in KernelChoice.all {
          let name = String(decoding: choice.name, as: UTF8.self)
          #expect(test.run(on: choice, rule.kernel) == expected, "\(name), \(count), form \(form)")
        }
      }
    }
  }

  @Test("no update after a gradient that is not finite", arguments: rules)
  func heldBack(rule: Rule) throws {
    for choice in KernelChoice.all + [.plain] {
      var step = update(5, form: 0).step, context = Context(), isBad: Int32 = 1
      let values = GuardedFloats([1, 2, 3, 4, 5]), moments = GuardedFloats(count: 15)
      (step.out, step.extra) = (values.memory.floats, moments.memory.floats)
      step.a = UnsafePointer(values.memory.floats)
      withUnsafeMutablePointer(to: &isBad) { flag in
        context.nonFinite = flag
        rule.kernel(choice.table)?(&step, &context, 0, 1)
      }
      #expect(values.elements == [1, 2, 3, 4, 5])
      #expect(moments.elements.allSatisfy { $0 == 777 })
    }
  }

  static let gradientRules = [
    Rule(testDescription: "gatherGradients", forms: [0, 1, 2]) { $0.gatherGradients },
    Rule(testDescription: "sumSquares", forms: [0]) { $0.sumSquares },
    Rule(testDescription: "clipFactor", forms: [0]) { $0.clipFactor },
    Rule(testDescription: "clipValues", forms: [0]) { $0.clipValues },
    Rule(testDescription: "addSign", forms: [0]) { $0.addSign },
    Rule(testDescription: "shrink", forms: [0]) { $0.shrink },
    Rule(testDescription: "average", forms: [0]) { $0.average },
  ]

  @Test("what surrounds updates has the bits of the plain loops", arguments: gradientRules)
  func gradients(rule: Rule) {
    for count in ElementKernelTests.counts.dropFirst() + [1023, 1024, 1025, 3000] {
      for part in rule.forms {
        var test = update(count, form: 0), numbers = TestNumbers(count + 1)
        test.b = numbers.numbers(count)
        test.a[0] = -0.0
        test.b?[0] = 0
        (test.context.part, test.context.parts, test.context.fresh) = (Int32(part), 3, 0.1)
        test.step.s0 = 0.4
        let expected = test.run(on: .plain, rule.kernel)
        #expect(expected.isGuardIntact)
        for choice in KernelChoice.all {
          let name = String(decoding: choice.name, as: UTF8.self)
          #expect(test.run(on: choice, rule.kernel) == expected, "\(name), \(count)")
        }
      }
    }
  }

  private func update(_ count: Int, form: Int) -> KernelCase {
    var numbers = TestNumbers(count), test = KernelCase()
    test.a = numbers.numbers(count, scale: 4)
    test.out = numbers.numbers(count)
    test.extra = numbers.numbers(3 * count).map(\.magnitude)
    test.step.rows = Int32(count)
    test.step.columns = 1
    test.step.form = Int32(form)
    (test.step.s0, test.step.s1, test.step.s2) = (0.01, 0.75, 0.1)
    (test.step.s3, test.step.s4, test.step.s5) = (0.99, 0.01, 1e-8)
    (test.context.learningRate, test.context.rate, test.context.factor) = (0.05, 0.1, 1.5)
    (test.context.momentum, test.context.rest, test.context.ahead) = (0.9, 0.1, 0.03)
    return test
  }
}
