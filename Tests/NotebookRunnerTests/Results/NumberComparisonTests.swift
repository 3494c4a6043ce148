import Notebook
import Testing

@testable import NotebookRunner

@Suite("Comparing numbers")
struct NumberComparisonTests {
  func block(_ loss: Double, rows: [[Double]] = [[0.1, 0.0213], [0.2, 0.5]]) -> BlockNumbers {
    BlockNumbers(
      name: "fig-sweep", metrics: [.init(name: "loss", number: ExactNumber(loss))],
      tables: [
        NumberTable(
          name: "losses", columns: ["rate", "final loss"],
          rows: rows.map { $0.map { .number(ExactNumber($0)) } })
      ])
  }

  func sentences(
    _ old: [BlockNumbers], _ new: [BlockNumbers], tolerance: Double = 0
  ) -> [String] {
    NumberComparison(from: old, to: new, tolerance: tolerance).changes.map { $0.sentence }
  }

  @Test("says what moved, by how much, in which row")
  func moved() {
    #expect(
      sentences([block(1)], [block(1, rows: [[0.1, 0.0216], [0.2, 0.5]])])
        == ["final loss of fig-sweep moved by 0.0003 at rate 0.1 (0.0213 → 0.0216)"])
    #expect(
      sentences([block(1)], [block(1 + 1e-9)])
        == ["loss of fig-sweep moved by 1e-9 (1 → 1.000000001)"])
    #expect(
      sentences([block(1)], [block(.infinity)]) == ["loss of fig-sweep moved (1 → ∞)"])
  }

  @Test("finds nothing where nothing differs, NaN included")
  func same() {
    #expect(sentences([block(.nan)], [block(.nan)]) == [])
    #expect(sentences([block(0)], [block(-0.0)]) == [], "−0 is 0 to people")
    #expect(sentences([], []) == [])
  }

  @Test("leaves out what is within the tolerance, but never what is no number any more")
  func tolerance() {
    #expect(sentences([block(100)], [block(100.5)], tolerance: 0.01) == [])
    #expect(sentences([block(100)], [block(102)], tolerance: 0.01).count == 1)
    #expect(sentences([block(1)], [block(.nan)], tolerance: 10).count == 1)
    #expect(sentences([block(1e308)], [block(-1e308)], tolerance: 1.9).count == 1)
    #expect(sentences([block(1e308)], [block(-1e308)], tolerance: 2) == [])
  }

  @Test("matches rows by their first columns, also when some come and go")
  func rows() {
    #expect(
      sentences(
        [block(1)], [block(1, rows: [[0.05, 0.9], [0.1, 0.0213], [0.2, 0.5]])])
        == ["a row of fig-sweep at rate 0.05 is new"])
    #expect(
      sentences([block(1)], [block(1, rows: [[0.2, 0.5]])])
        == ["a row of fig-sweep at rate 0.1 is gone"])
  }

  @Test("matches rows by their place when their key was measured")
  func measuredKeys() {
    #expect(
      sentences([block(1)], [block(1, rows: [[0.11, 0.0213], [0.22, 0.5]])])
        == [
          "rate of fig-sweep moved by 0.01 at row 1 (0.1 → 0.11)",
          "rate of fig-sweep moved by 0.02 at row 2 (0.2 → 0.22)",
        ])
  }

  @Test("names blocks, metrics, tables and columns that come and go")
  func parts() {
    var other = block(1)
    other.name = "fig-other"
    #expect(sentences([block(1)], [block(1), other]) == ["fig-other is new"])
    #expect(sentences([block(1), other], [block(1)]) == ["fig-other is gone"])
    var less = block(1)
    less.metrics = []
    #expect(sentences([block(1)], [less]) == ["loss of fig-sweep is gone: it was 1"])
    #expect(sentences([less], [block(1)]) == ["loss of fig-sweep is new: 1"])
    less = block(1)
    less.tables[0].columns[1] = "loss"
    #expect(
      sentences([block(1)], [less])
        == ["the heading of fig-sweep was 'rate, final loss', is 'rate, loss'"])
    less.tables = []
    #expect(sentences([block(1)], [less]) == ["the table of fig-sweep is gone"])
    less = block(1)
    less.diagnoses = ["Diverged"]
    #expect(
      sentences([block(1)], [less]) == ["the diagnosis of fig-sweep was '', is 'Diverged'"])
  }

  @Test("matches figures of the same name one by one, and names later ones after their figure")
  func sameNames() {
    var (old, new) = (block(1), block(1))
    old.tables += old.tables
    new.tables += block(1, rows: [[0.1, 0.03], [0.2, 0.5]]).tables
    #expect(
      sentences([old], [new])
        == ["final loss of fig-sweep-losses moved by 0.0087 at rate 0.1 (0.0213 → 0.03)"])
  }

  @Test("lists the first 20 changes as errors and counts the others", arguments: [20, 21, 400])
  func listing(count: Int) {
    func block(_ value: Double) -> BlockNumbers {
      let names = (0..<count).map { "m\($0)" }
      return BlockNumbers(
        name: "a", metrics: names.map { .init(name: $0, number: ExactNumber(value)) })
    }
    let lines = NumberComparison(from: [block(1)], to: [block(2)]).diagnostics(path: "a.html") {
      _ in
      ("a.md", SourcePosition(line: 3, column: 5))
    }.map { $0.line }
    #expect(lines.first == "a.md:3:5: error: m0 of a moved by 1 (1 → 2)")
    #expect(lines.count == min(count, 21))
    let words = [21: "1 more change is", 400: "380 more changes are"][count]
    if let words { #expect(lines.last == "a.html: error: \(words) not listed") }
  }
}
