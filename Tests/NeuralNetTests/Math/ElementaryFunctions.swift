import Foundation
import Kernels
import NeuralNet
import Testing

/// A function of `Math` in all its forms, with the system's for comparison.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let single: @Sendable (Float) -> Float
  let double: @Sendable (Double) -> Double
  /// The C library's, in Double: exact to a Float.
  let reference: @Sendable (Double) -> Double
  let kernel: @Sendable (KernelTable) -> VectorFunction

  var testDescription: String { name }

  static let all = [
    ElementaryFunction(
      name: "exp", single: { Math.exp($0) }, double: { Math.exp($0) },
      reference: { Foundation.exp($0) }, kernel: { $0.exp }),
    ElementaryFunction(
      name: "log", single: { Math.log($0) }, double: { Math.log($0) },
      reference: { Foundation.log($0) }, kernel: { $0.log }),
    ElementaryFunction(
      name: "log1p", single: { Math.log1p($0) }, double: { Math.log1p($0) },
      reference: { Foundation.log1p($0) }, kernel: { $0.log1p }),
    ElementaryFunction(
      name: "tanh", single: { Math.tanh($0) }, double: { Math.tanh($0) },
      reference: { Foundation.tanh($0) }, kernel: { $0.tanh }),
    ElementaryFunction(
      name: "sigmoid", single: { Math.sigmoid($0) }, double: { Math.sigmoid($0) },
      reference: { x in
        let e = Foundation.exp(-x.magnitude)
        return (x < 0 ? e : 1) / (1 + e)
      }, kernel: { $0.sigmoid }),
    ElementaryFunction(
      name: "softplus", single: { Math.softplus($0) }, double: { Math.softplus($0) },
      reference: { max($0, 0) + Foundation.log1p(Foundation.exp(-$0.magnitude)) },
      kernel: { $0.softplus }),
    ElementaryFunction(
      name: "erf", single: { Math.erf($0) }, double: { Math.erf($0) },
      reference: { Foundation.erf($0) }, kernel: { $0.erf }),
    ElementaryFunction(
      name: "sin", single: { Math.sin($0) }, double: { Math.sin($0) },
      reference: { Foundation.sin($0) }, kernel: { $0.sin }),
    ElementaryFunction(
      name: "cos", single: { Math.cos($0) }, double: { Math.cos($0) },
      reference: { Foundation.cos($0) }, kernel: { $0.cos }),
  ]
}

/// Arguments for tests of functions.
enum Arguments {
  /// Every `stride`-th of all 2³² floats, from subnormals to NaN; with a prime, all exponents and
  /// many mantissas are met.
  static func floats(every stride: UInt64) -> [Float] {
    var floats: [Float] = [], next: UInt64 = 0
    while next < 1 << 32 {
      floats.append(Float(bitPattern: UInt32(truncatingIfNeeded: next)))
      next += stride
    }
    return floats
  }

  /// Seeded numbers of every exponent, and dense ones where the functions bend.
  static func doubles(_ count: Int) -> [Double] {
    var numbers = TestNumbers(7)
    return (0..<count).map { i in
      let bits = numbers.next() << 33 ^ numbers.next() << 11 ^ numbers.next()
      let any = Double(bitPattern: bits)
      guard i % 2 == 0 || !any.isFinite else { return any }
      let unit = Double(bits >> 11) * 0x1p-53 - 0.5
      return unit * [2, 16, 128, 1600][i / 2 % 4]
    }
  }
}
