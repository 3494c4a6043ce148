import Foundation
import Testing

@testable import Plotting

@Suite("Logarithms for positions")
struct LogarithmTests {
  @Test(
    "agree with known values to 1 ulp",
    arguments: [
      (2.0, 0.693_147_180_559_945_3), (10.0, 2.302_585_092_994_045_7),
      (0.5, -0.693_147_180_559_945_3),
      (1.0, 0.0), (1e-300, -690.775_527_898_213_7),
      (1.797_693_134_862_315_7e308, 709.782_712_893_384),
      (.leastNonzeroMagnitude, -744.440_071_921_381_3), (1.1, 0.095_310_179_804_324_93),
    ])
  func knownValues(x: Double, expected: Double) {
    let error = (Logarithm.natural(x) - expected).magnitude
    #expect(error <= expected.magnitude.ulp, "ln \(x) = \(Logarithm.natural(x)), not \(expected)")
  }

  @Test("agree with libm to 2 ulp of the larger of the result and 1/8, over all magnitudes")
  func everywhere() {
    var generator = SeededGenerator(1)
    for _ in 0..<20_000 {
      let x = Foundation.exp(generator.number(-740, 709))
      let expected = Foundation.log(x)
      let unit = max(expected.magnitude, 0.125).ulp
      #expect((Logarithm.natural(x) - expected).magnitude <= 2 * unit, "ln \(x)")
    }
  }

  @Test("give whole decades for powers of ten", arguments: -22...22)
  func powersOfTen(exponent: Int) {
    #expect(Logarithm.decimal(Logarithm.powerOfTen(exponent)) == Double(exponent))
  }

  @Test("are no numbers where there is no logarithm", arguments: [0, -1, .infinity, .nan])
  func undefined(x: Double) {
    #expect(Logarithm.natural(x).isNaN)
    #expect(Logarithm.decimal(x).isNaN)
  }
}
