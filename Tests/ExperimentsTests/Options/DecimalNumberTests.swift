import Testing

@testable import Experiments

@Suite("Decimal numbers")
struct DecimalNumberTests {
  @Test(
    "are read as the standard library reads them",
    arguments: [
      "0", "1", "-1", "+2", "12.5", "-0.001", "1e-3", "1E3", "3.0e+2", ".5", "5.", "0.1",
      "123456789012345", "9007199254740993", "2.2250738585072014e-308", "1e22", "1e-22",
    ])
  func likeTheStandardLibrary(text: String) throws {
    let number = try #require(decimalNumber(Array(text.utf8)))
    let expected = try #require(Double(text.hasSuffix(".") ? String(text.dropLast()) : text))
    #expect(abs(number - expected) <= 2 * expected.ulp, "\(number) for \(text)")
  }

  @Test("of up to 15 digits and small exponents are exact")
  func exact() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<2000 {
      let mantissa = Int64.random(in: 0..<1_000_000_000_000_000, using: &generator)
      let exponent = Int.random(in: -22...22, using: &generator)
      let text = "\(mantissa)e\(exponent)"
      #expect(decimalNumber(Array(text.utf8)) == Double(text), "\(text)")
    }
  }

  @Test(
    "are refused when something else is written",
    arguments: [
      "", "-", ".", "e3", "1e", "1e+", "1.2.3", "1 2", "0x1F", "nan", "one", "1,5", "--1",
    ])
  func refused(text: String) { #expect(decimalNumber(Array(text.utf8)) == nil) }

  @Test("have YAML's words for what is not finite")
  func notFinite() {
    #expect(decimalNumber(Array(".inf".utf8)) == .infinity)
    #expect(decimalNumber(Array("-.Inf".utf8)) == -.infinity)
    #expect(decimalNumber(Array(".NaN".utf8))?.isNaN == true)
  }

  @Test("of huge exponents end at zero and infinity")
  func hugeExponents() {
    #expect(decimalNumber(Array("1e999999999999".utf8)) == .infinity)
    #expect(decimalNumber(Array("1e-999999999999".utf8)) == 0)
    #expect(decimalNumber(Array("0e999999999999".utf8)) == 0)
  }
}
