import Foundation
import NeuralNet
import Testing

/// Values that have to be exact, and arguments that are hard.
struct SpecialValueTests {
  @Test("Zeros, ones and infinities are exact")
  func exactValues() {
    #expect(Math.exp(Float(0)) == 1 && Math.exp(-Float.infinity) == 0)
    #expect(Math.exp(Float(88.73)) == .infinity && Math.exp(Float.infinity) == .infinity)
    #expect(Math.log(Float(1)) == 0 && Math.log(Float(0)) == -.infinity)
    #expect(Math.log(-Float(1)).isNaN && Math.log(Float.infinity) == .infinity)
    #expect(Math.log1p(-Float(1)) == -.infinity && Math.log1p(-Float(1.5)).isNaN)
    #expect(Math.tanh(Float(20)) == 1 && Math.tanh(-Float.infinity) == -1)
    #expect(Math.sigmoid(Float(0)) == 0.5 && Math.sigmoid(Float(20)) == 1)
    #expect(Math.sigmoid(-Float.infinity) == 0 && Math.softplus(-Float.infinity) == 0)
    #expect(Math.erf(Float(5)) == 1 && Math.erf(-Float(5)) == -1)
    #expect(Math.cos(Float(0)) == 1 && Math.sin(Float.infinity).isNaN)
  }

  @Test("Odd functions keep the sign of zero")
  func signedZero() {
    for function in [Math.tanh, Math.erf, Math.sin, Math.log1p] as [(Float) -> Float] {
      #expect(function(-0.0).sign == .minus && function(0.0).sign == .plus)
    }
    for function in [Math.tanh, Math.erf, Math.sin, Math.log1p] as [(Double) -> Double] {
      #expect(function(-0.0).sign == .minus && function(0.0).sign == .plus)
    }
  }

  @Test("exp passes through the subnormal numbers to zero")
  func underflow() {
    #expect(Math.exp(Float(-87.5)) > 0 && Math.exp(Float(-87.5)) < .leastNormalMagnitude)
    #expect(Math.exp(Float(-103.5)) == .leastNonzeroMagnitude)
    #expect(Math.exp(Float(-104)) == 0)
    #expect(Math.exp(-745.0) == .leastNonzeroMagnitude && Math.exp(-746.0) == 0)
  }

  // The nearest a Double comes to a multiple of π/2: W. Kahan, "Minimizing q·m - n", 1983.
  @Test("sin and cos are right where almost nothing is left after the reduction")
  func hardReduction() {
    let x = 6_381_956_970_095_103 * 0x1p797
    #expect(relativeError(Math.cos(x), -4.6871659242546277e-19) < 0x1p-52)
    #expect(Math.sin(x).magnitude == 1)
    #expect(relativeError(Math.sin(Float.pi), Foundation.sin(Double(Float.pi))) < 0x1p-23)
    #expect(relativeError(Math.sin(Double.pi), 1.2246467991473532e-16) < 0x1p-52)
    let hard: Float = 16_367_173 * 0x1p72
    #expect(relativeError(Math.cos(hard), Foundation.cos(Double(hard))) < 0x1p-23)
  }

  /// Base, exponent, power.
  private static let powerTable: [(Double, Double, Double)] = [
    (2, 10, 1024), (10, -3, 0.001), (-2, 3, -8), (-2, 2, 4), (-2, 0.5, .nan), (0, 0, 1), (0, 2, 0),
    (-0.0, 3, -0.0), (0, -1, .infinity), (-0.0, -3, -.infinity), (1, .nan, 1), (.nan, 0, 1),
    (.nan, 1, .nan), (2, .infinity, .infinity), (0.5, .infinity, 0), (0.5, -.infinity, .infinity),
    (-1, .infinity, 1), (.infinity, -2, 0), (-.infinity, 3, -.infinity), (2, 1024, .infinity),
    (2, -1100, 0), (2, -1074, 0x1p-1074), (0.9, 1e6, 0),
  ]

  @Test("pow follows C's rules", arguments: powerTable)
  func powers(base: Double, exponent: Double, expected: Double) {
    let power = Math.pow(base, exponent)
    if expected.isNaN {
      #expect(power.isNaN)
    } else {
      #expect(power == expected && power.sign == expected.sign, "\(base)^\(exponent) = \(power)")
    }
  }

  #if arch(x86_64) && os(Linux)
    @Test("pow is within 2 ulp")
    func powerPrecision() {
      var worst = 0.0
      for (i, x) in Arguments.doubles(40_000).enumerated() where x.isFinite && x != 0 {
        let base = x.magnitude
        let span = i % 2 == 0 ? 700 / max(Foundation.log(base).magnitude, 1e-9) : 50
        let exponent = span * (Double(i % 401) / 200 - 1)
        let exact = powl(Float80(base), Float80(exponent))
        guard Double(exact).isFinite else { continue }
        let unit = max(Double(exact).magnitude, 0x1p-1022).ulp
        let error = (Float80(Math.pow(base, exponent)) - exact).magnitude / Float80(unit)
        worst = max(worst, Double(error))
      }
      #expect(worst <= 2, "\(worst) ulp")
    }
  #endif

  private func relativeError(_ x: Float, _ exact: Double) -> Double {
    relativeError(Double(x), exact)
  }

  private func relativeError(_ x: Double, _ exact: Double) -> Double {
    ((x - exact) / exact).magnitude
  }
}
