import Plotting
import Testing

@testable import Experiments

@Suite("Slopes of formulas")
struct FormulaSlopeTests {
  @Test(
    "are those of central differences",
    arguments: [
      "x", "y", "3", "-x * y", "x^2 / 2 + 10 * y^2", "(1 - x)^2 + 20 * (y - x^2)^2", "x / y",
      "x^-2 + y^0.5", "2^x * x^y", "sin(x) * cos(y)", "exp(-x^2) + log(y) + log10(x)",
      "sqrt(x * y) + abs(x - y)", "tanh(x) + sigmoid(y) + erf(x * y)",
      "softplus(x) + relu(x - y) + step(x)",
    ])
  func agree(text: String) throws {
    let formula = try Formula(Text(Array(text.utf8)))
    for (x, y) in [(0.7, 1.3), (1.9, 0.4)] {
      let slope = formula.slope(x, y)
      let step = 1e-6
      let byX = (formula(x + step, y) - formula(x - step, y)) / (2 * step)
      let byY = (formula(x, y + step) - formula(x, y - step)) / (2 * step)
      #expect(slope.value == formula(x, y), "\(text)")
      #expect((slope.x - byX).magnitude <= 1e-7 * max(1, byX.magnitude), "\(text) by x")
      #expect((slope.y - byY).magnitude <= 1e-7 * max(1, byY.magnitude), "\(text) by y")
    }
  }

  @Test("are 0 where nothing depends on x or y, even at edges of the domain")
  func edges() throws {
    let root = try Formula("sqrt(x) + y")
    #expect(root.slope(0, 1).x == .infinity && root.slope(0, 1).y == 1)
    let power = try Formula("x^2").slope(0, 0)
    #expect(power.x == 0 && power.y == 0)
    #expect(try Formula("x^0").slope(0, 0).x == 0)
    #expect(try Formula("abs(x)").slope(0, 0).x == 0)
  }
}
