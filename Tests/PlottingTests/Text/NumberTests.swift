import Testing

@testable import Plotting

@Suite("Numbers in figures")
struct NumberTests {
  @Test(
    "have two significant digits, plain from 0.0001 to below 100 000",
    arguments: [
      (0.0, "0"), (0.0112, "0.011"), (0.1, "0.1"), (1, "1"), (13, "13"), (0.00026, "0.00026"),
      (-0.5, "−0.5"), (1234, "1200"), (56_789, "57\u{2009}000"), (999.9, "1000"),
      (0.000_013, "1.3·10⁻⁵"),
      (1e-5, "10⁻⁵"), (2.34e12, "2.3·10¹²"), (-1e6, "−10⁶"), (0.000_099_9, "0.0001"),
      (.infinity, "∞"), (.nan, "NaN"),
    ])
  func digits(number: Double, expected: String) {
    #expect(Text.digits(number).string == expected)
  }

  @Test(
    "have fixed decimals in columns",
    arguments: [
      (0.5, 2, "0.50"), (-0.004, 2, "0.00"), (12_345.678, 1, "12\u{2009}345.7"), (-1.25, 1, "−1.2"),
      (7, 0, "7"), (1e17, 2, "10¹⁷"),
    ])
  func decimals(number: Double, places: Int, expected: String) {
    let text: Text = "\(number, decimals: places)"
    #expect(text.string == expected)
  }

  @Test(
    "of decades are in full from 0.001 to 1000",
    arguments: [
      (-4, "10⁻⁴"), (-3, "0.001"), (0, "1"), (3, "1000"), (4, "10⁴"), (-12, "10⁻¹²"),
    ])
  func decades(decade: Int, expected: String) {
    #expect(Text.decade(decade).string == expected)
  }
}
