import Plotting
import Testing

@testable import Experiments

@Suite("The experiment descent")
struct DescentTests {
  private static let valley: [String: OptionValue] = [
    "loss": .name("(x^2 + 20 * y^2) / 2"), "start": .numbers([-2.4, 1.25]),
  ]

  private func sgd(_ options: [(Name, Double)]) -> OptionValue {
    .map("sgd", OptionValue(.map(options.map { .init(key: $0.0.text, value: .number($0.1)) })))
  }

  @Test("takes the steps of gradient descent with momentum")
  func momentum() throws {
    var options = Self.valley
    options["optimizer"] = sgd([("rate", 0.045), ("momentum", 0.6)])
    options["steps"] = .number(30)
    let result = try run(.descent, options)
    var (place, velocity) = (SIMD2(-2.4, 1.25), SIMD2<Double>())
    for _ in 0..<30 {
      velocity = velocity * 0.6 + SIMD2(place.x, 20 * place.y)
      place -= 0.045 * velocity
    }
    let (x, y) = (try #require(result.metric("x")), try #require(result.metric("y")))
    #expect((x - place.x).magnitude < 1e-5 && (y - place.y).magnitude < 1e-5)
    #expect(result.metric("x[1]") == x)
    let error = try #require(result.metric("gradient-error"))
    #expect(error < 1e-8)
  }

  @Test("counts the steps to a goal, and says so of those that do not arrive")
  func goal() throws {
    var options = Self.valley
    options["optimizer"] = sgd([("rate", 0.09)])
    options["against"] = .list([sgd([("rate", 0.0001)])])
    options["goal"] = .number(0.01)
    let result = try run(.descent, options)
    let steps = try #require(result.metric("steps-to-goal"))
    #expect((1...40).contains(steps) && result.metric("steps-to-goal[2]") == .infinity)
    #expect(result.figures[0].table.columns.count == 7)
    #expect(result.figures[0].table.rows.count == 41)
  }

  @Test("shows a way that diverges, and explains it")
  func divergence() throws {
    var options = Self.valley
    options["optimizer"] = sgd([("rate", 0.2)])
    options["steps"] = .number(500)
    let result = try run(.descent, options)
    #expect(result.diverged && result.diagnoses.count == 1)
    #expect(result.metric("loss") == .infinity)
    #expect(result.figures[0].markup(id: "f").bytes.count < 60_000)
  }

  @Test("draws surfaces below zero, with one lowest place, many or none")
  func surfaces() throws {
    for surface: Name in ["sin(x) * cos(y)", "x + y", "x^2 - y^2", "abs(x) + abs(y)", "x * 0"] {
      let result = try run(.descent, ["loss": .name(surface), "steps": .number(5)])
      #expect(result.metric("gradient-error").map { $0 < 1e-6 } == true, "\(surface.literal)")
    }
  }

  @Test(
    "refuses what does not fit",
    arguments: [
      ["start": OptionValue.numbers([1])], ["loss": .name("log(x)")],
      ["region": .rows([[1, -1], [0, 1]])], ["region": .numbers([1, 2])],
      ["against": .list((0..<6).map { _ in .name("adam") })],
    ])
  func misfits(options: [String: OptionValue]) {
    let all = Self.valley.merging(options) { $1 }
    #expect(throws: ExperimentError.self) { try run(.descent, all) }
  }

  @Test("sets formulas with signs of printing")
  func printed() {
    #expect(Descent.typeset("x^2 - 2*y^3 + x^12") == "x² − 2·y³ + x^12")
    #expect(Descent.typeset("x^2.5^") == "x^2.5^")
  }
}
