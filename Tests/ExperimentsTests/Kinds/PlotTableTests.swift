import Plotting
import Testing

@testable import Experiments

@Suite("Tables in plots")
struct PlotTableTests {
  static let source = TableSource.file("runs.csv")

  static let table = SourceTable(
    source: source, title: "runs.csv",
    table: Table(
      ["epoch", "run", "loss", "x"].map { .words($0) },
      rows: [
        ["1", "a", "0.5", "9"], ["2", "a", "NA", "8"], ["1", "b", "0.4", "7"],
        ["2", "b", "0.2", "6"],
      ].map { row in row.map { .text($0) } }), lines: [2, 3, 4, 6])

  private func plot(_ mark: Name, _ options: [(Name, OptionValue)]) throws -> ExperimentResult {
    let entries = options.map { OptionValue.Entry(key: $0.0.text, value: $0.1) }
    var context = Context()
    context.tables = [Self.table]
    return try run(
      .plot,
      ["data": .name("runs.csv"), "marks": .list([.map(mark, OptionValue(.map(entries)))])],
      context)
  }

  private func message(_ error: ExperimentError?) -> String {
    guard case .problem(let problem)? = error else { return "\(String(describing: error))" }
    return String(decoding: problem.message.bytes, as: UTF8.self)
  }

  @Test("give numbers by the names of columns, and gaps where there are none")
  func columns() throws {
    let result = try plot("line", [("x", .name("epoch")), ("y", .name("loss"))])
    let table = result.figures[0].table
    #expect(table.rows.map { $0[2] } == [.number(0.5), .empty, .number(0.4), .number(0.2)])
    #expect(result.metric("values") == 3)
  }

  @Test("are computed with row by row, a column before the x of the mark")
  func formulas() throws {
    let result = try plot("line", [("x", .name("epoch")), ("y", .name("10 * loss + `x`"))])
    #expect(result.metric("maximum") == 14 && result.metric("minimum") == 8)
  }

  @Test("are divided by a column, each part a series with its label")
  func groups() throws {
    let result = try plot(
      "line", [("x", .name("epoch")), ("y", .name("loss")), ("by", .name("run"))])
    let panel = result.figures[0].rows[0].panels[0]
    let summary = String(decoding: panel.summary.bytes, as: UTF8.self)
    #expect(summary.hasPrefix("a: 0.5 at x 1. b: Starts at 0.4, ends at 0.2 (x 2)"), "\(summary)")
  }

  @Test("name the line of a cell that is no number")
  func badCell() {
    let error = #expect(throws: ExperimentError.self) {
      _ = try plot("dots", [("y", .name("run"))])
    }
    #expect(message(error) == "column 'run' must be numbers, found 'a' in line 2 of runs.csv")
  }

  @Test("name the nearest column of one that is not there")
  func unknown() {
    let error = #expect(throws: ExperimentError.self) {
      _ = try plot("dots", [("y", .map("column", .name("lose")))])
    }
    #expect(message(error) == "runs.csv has no column 'lose'")
  }

  @Test("are not there where nobody reads them")
  func unread() {
    let error = #expect(throws: ExperimentError.self) {
      _ = try run(
        .plot, ["data": .name("a.csv"), "marks": .list([.map("dots", .map("y", .name("v")))])])
    }
    #expect(message(error) == "tables can only be read by nnbook itself")
  }

  @Test("are files if they have an ending, else labels of blocks")
  func sources() {
    func source(_ value: OptionValue) -> TableSource? {
      var reader = OptionReader()
      return reader.table(value, "data", .table)
    }
    #expect(source(.name("a/b")) == .file("a/b"))
    #expect(source(.name("a.json")) == .file("a.json"))
    let label = Options.Label(text: "net", place: nil)
    #expect(source(.name("net")) == .block(label, figure: 1))
    #expect(source(.map("metrics", .name("net"))) == .metrics([label]))
    #expect(source(.map("file", .name("odd"))) == .file("odd"))
    #expect(source(.map("fil", .name("odd"))) == nil)
  }
}

@Suite("Rows in groups")
struct RowGroupsTests {
  @Test("come as they stand, or in the order of their numbers")
  func order() {
    var groups = RowGroups(["10", "9", "10", "", "9"])
    #expect(groups.labels == ["10", "9", ""])
    #expect(groups.rows == [[0, 2], [1, 4], [3]])
    groups.sort(by: [10, 9, 10, .nan, 9])
    #expect(groups.labels == ["9", "10", ""])
  }
}
