import Plotting
import Testing

@testable import Experiments

@Suite("Plots of the author's own numbers")
struct PlotKindTests {
  private func marks(_ kind: Name, _ options: [(Name, OptionValue)]) -> OptionValue {
    let entries = options.map { OptionValue.Entry(key: $0.0.text, value: $0.1) }
    return .list([.map(kind, OptionValue(.map(entries)))])
  }

  private func problems(_ value: OptionValue) -> [String] {
    let entry = OptionValue.Entry(key: "marks", value: value)
    return Experiment.plot.read(OptionValue(.map([entry]))).problems.map {
      String(decoding: $0.message.bytes, as: UTF8.self)
    }
  }

  @Test("evaluate formulas over their x")
  func formula() throws {
    let line = marks(
      "line", [("x", .numbers([0, 1, 2])), ("y", .name("x ^ 2")), ("label", .name("square"))])
    let result = try run(.plot, ["marks": line])
    #expect(result.metric("maximum") == 4 && result.metric("values") == 3)
    let panel = try #require(result.figures.first?.rows.first?.panels.first)
    let summary = String(decoding: panel.summary.bytes, as: UTF8.self)
    #expect(summary == "square: Starts at 0, ends at 4 (x 2).")
  }

  @Test("have a row of numbers for each value in their table")
  func table() throws {
    let result = try run(.plot, ["marks": marks("bars", [("values", .numbers([3, 1, 2]))])])
    #expect(result.figures[0].table.rows.count == 3)
  }

  @Test("say what is wrong with a mark")
  func errors() {
    #expect(
      problems(marks("line", [("y", .name("sin(z)"))])) == [
        "option 'y' is 'sin(z)', expected a formula in x such as sin(x) / x, but not 'z'"
      ])
    #expect(problems(.numbers([1]))[0].hasPrefix("option 'marks' does not know"))
    #expect(
      problems(.list([]))[0].hasPrefix("option 'marks' is a list of 0, expected a list of line"))
    #expect(problems(marks("note", [("x", .number(1)), ("y", .number(2))])).count == 1)
  }

  @Test("of a matrix need a name for each row, if any")
  func matrix() throws {
    let result = try run(.heatMap, ["values": .rows([[1, -2], [0.5, 4]])])
    #expect(result.metric("minimum") == -2 && result.figures[0].table.rows.count == 2)
    let names = OptionValue.list([.name("a")])
    #expect(throws: ExperimentError.self) {
      _ = try run(.heatMap, ["values": .rows([[1], [2]]), "rows": names])
    }
  }
}
