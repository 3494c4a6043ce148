import Foundation
import Kernels
@testable import NeuralNet
import Testing

/// The functions of `Math`: precision, the ends of their ranges, and the same bits everywhere.
struct ElementaryFunctionTests {
  @Test("A Float result is within 2 ulp", arguments: ElementaryFunction.all)
  func singlePrecision(function: ElementaryFunction) {
    var worst = 0.0, at: Float = 0
    for x in Arguments.floats(every: 8191) {
      let y = function.single(x), exact = function.reference(Double(x))
      guard exact.isFinite, Float(exact).isFinite else {
        #expect(y.isNaN == exact.isNaN && (y.isNaN || y == Float(exact)), "\(x): \(y), \(exact)")
        continue
      }
      let error = (Double(y) - exact).magnitude / ulp(Float(exact))
      if !(error <= worst) { (worst, at) = (error, x) }
    }
    #expect(worst <= 2, "\(function.name): \(worst) ulp at \(at)")
  }

  #if arch(x86_64) && os(Linux)
    // The C library's functions with 64 bits of mantissa are the reference.
    @Test("A Double result is within 2 ulp", arguments: zip(ElementaryFunction.all, Wide.all))
    func doublePrecision(function: ElementaryFunction, wide: Wide) {
      var worst = 0.0, at = 0.0
      for x in Arguments.doubles(60_000) {
        let y = function.double(x), exact = wide.function(Float80(x))
        guard exact.isFinite, Double(exact).isFinite else {
          #expect(y.isNaN == exact.isNaN && (y.isNaN || y == Double(exact)), "\(x): \(y), \(exact)")
          continue
        }
        let unit = max(Double(exact).magnitude, 0x1p-1022).ulp
        let error = Double((Float80(y) - exact).magnitude / Float80(unit))
        if !(error <= worst) { (worst, at) = (error, x) }
      }
      #expect(worst <= 2, "\(function.name): \(worst) ulp at \(at)")
    }
  #endif

  @Test("Every kernel instance gives the bits of Math", arguments: ElementaryFunction.all)
  func kernelsAreTwins(function: ElementaryFunction) {
    let x = Arguments.floats(every: 65_521)
    let expected = bits(x.map { function.single($0) })
    for choice in KernelChoice.all {
      var y = [Float](repeating: 0, count: x.count)
      function.kernel(choice.table)(x, &y, x.count)
      let instance = String(decoding: choice.name, as: UTF8.self)
      #expect(bits(y) == expected, "\(function.name), \(instance)")
    }
  }

  @Test("NaN gives the canonical NaN", arguments: ElementaryFunction.all)
  func nanIsCanonical(function: ElementaryFunction) {
    for pattern: UInt32 in [0x7FC0_0000, 0xFFC0_0001, 0x7FC1_2345] {
      #expect(function.single(Float(bitPattern: pattern)).bitPattern == 0x7FC0_0000)
    }
    #expect(function.double(.nan).isNaN)
  }

  @Test("No result falls by more than an ulp where its function rises, up to the ends of the range")
  func monotone() {
    expectRising("exp", from: -104.1, to: -86) { Math.exp($0) }
    expectRising("exp", from: 88, to: 89.2) { Math.exp($0) }
    expectRising("tanh", from: 8.5, to: 10.5) { Math.tanh($0) }
    expectRising("erf", from: 3.7, to: 4.2) { Math.erf($0) }
    expectRising("sigmoid", from: -105, to: -100) { Math.sigmoid($0) }
    expectRising("softplus", from: -105, to: -100) { Math.softplus($0) }
  }

  private func expectRising(
    _ name: String, from low: Float, to high: Float, _ function: (Float) -> Float
  ) {
    let count = 20_000
    var last = function(low), falls: [Float] = []
    for i in 1...count {
      let x = low + (high - low) * Float(i) / Float(count), y = function(x)
      if y < last.nextDown { falls.append(x) }
      last = y
    }
    #expect(falls.isEmpty, "\(name)")
  }

  /// The distance of neighbours of `x`, also where it is subnormal.
  private func ulp(_ x: Float) -> Double { Double(max(x.magnitude, 0x1p-126).ulp) }
}

#if arch(x86_64) && os(Linux)
  /// A reference in extended precision, in the order of `ElementaryFunction.all`.
  struct Wide: Sendable {
    let function: @Sendable (Float80) -> Float80

    static let all = [
      Wide { expl($0) }, Wide { logl($0) }, Wide { log1pl($0) }, Wide { tanhl($0) },
      Wide { x in
        let e = expl(-x.magnitude)
        return (x < 0 ? e : 1) / (1 + e)
      },
      Wide { max($0, 0) + log1pl(expl(-$0.magnitude)) }, Wide { erfl($0) }, Wide { sinl($0) },
      Wide { cosl($0) },
    ]
  }
#endif
