import Plotting
import Testing

@testable import Experiments

@Suite("Formulas")
struct FormulaTests {
  @Test(
    "have the value that their signs say",
    arguments: [
      ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-x ^ 2", -4), ("(-x) ^ 3", -8),
      ("8 / 4 / 2", 1), ("x - -x", 4), ("1e-3 * x", 0.002), ("2 ^ -1", 0.5),
      ("relu(-x) + step(x)", 1),
      ("x * y", 6), ("abs(-.5)", 0.5), ("log(e)", 1), ("sqrt(16)", 4), ("2^0.5 * 2^0.5", 2),
    ])
  func values(text: String, expected: Double) throws {
    let value = try Formula(Text(Array(text.utf8)))(2, 3)
    #expect((value - expected).magnitude <= 4 * expected.ulp, "\(text) is \(value)")
  }

  @Test(
    "name what does not belong",
    arguments: [
      ("sine(x)", "'sine'"), ("1 +", "its end"), ("(x", "its end"), ("x x", "'x'"),
      ("sin x", "'x'"),
      ("1..2", "'1..2'"), ("", "its end"), ("é", "a character"), ("x)", "')'"),
    ])
  func problems(text: String, found: String) {
    #expect {
      _ = try Formula(Text(Array(text.utf8)))
    } throws: { error in
      (error as? Formula.Problem)?.found == Text(Array(found.utf8))
    }
  }

  @Test("nested too deep are refused")
  func depth() {
    for open in ["(", "-", "sin("] {
      let text = String(repeating: open, count: 100_000) + "x"
      #expect {
        _ = try Formula(Text(Array(text.utf8)))
      } throws: { error in
        (error as? Formula.Problem)?.found == "more than 40 brackets or signs in each other"
      }
    }
  }
}
