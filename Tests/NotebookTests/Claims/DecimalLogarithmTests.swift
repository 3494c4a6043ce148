import Foundation
import TestSupport
import Testing

@testable import Notebook

/// The logarithm of claims.
struct DecimalLogarithmTests {
  @Test("Powers of ten have whole logarithms", arguments: -323...308)
  func powers(exponent: Int) throws {
    let power = try #require(Double("1e\(exponent)"))
    #expect(decimalLogarithm(power) == Double(exponent))
  }

  @Test("It is within 1e-15 of the C library's, relatively")
  func values() {
    var random = SplitMix(seed: 1)
    for index in 0..<20_000 {
      let fraction = 1 + Double(random.next(below: 1 << 30)) / Double(1 << 30)
      let exponent = index % 2 == 0 ? random.next(below: 2100) - 1070 : random.next(below: 3) - 1
      let x = fraction * pow(2, Double(exponent))
      guard x > 0, x.isFinite else { continue }
      let (actual, expected) = (decimalLogarithm(x), log10(x))
      let error = (actual - expected).magnitude
      #expect(error <= 1e-15 * expected.magnitude, "log10 \(x) = \(expected), not \(actual)")
    }
  }

  @Test("Where there is no logarithm, IEEE says what comes")
  func special() {
    #expect(decimalLogarithm(0) == -.infinity)
    #expect(decimalLogarithm(.infinity) == .infinity)
    #expect(decimalLogarithm(-1).isNaN)
    #expect(decimalLogarithm(-.infinity).isNaN)
    #expect(decimalLogarithm(.nan).isNaN)
  }
}
