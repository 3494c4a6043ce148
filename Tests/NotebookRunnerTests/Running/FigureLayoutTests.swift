import Experiments
import Notebook
import Plotting
import Testing

@testable import NotebookRunner

@Suite("The layout of figures")
struct FigureLayoutTests {
  private func layout(_ change: (inout CellOptions) -> Void) -> FigureLayout {
    var options = CellOptions()
    change(&options)
    return FigureLayout(options)
  }

  private func plot(_ size: Plot.Size) -> Panel {
    .plot(
      Plot(
        title: "", summary: "", size: size, x: Axis("x"), y: Axis("y"),
        marks: [.line(x: [0, 1], y: [0, 1])]))
  }

  private func figure(_ panels: [Panel], key: Panel? = nil) -> Figure {
    Figure(
      "f", width: panels.count > 1 ? .wide : .text, rows: [.init(panels, key: key)], caption: "",
      table: Table([]))
  }

  private func widths(_ figure: Figure) -> [[Double]] {
    figure.rows.map { $0.panels.map { $0.wideWidth } }
  }

  @Test("is the experiment's own without options")
  func own() {
    let result = ExperimentResult(figures: [figure([plot(.large), plot(.small)])])
    #expect(layout { _ in } == .own)
    #expect(widths(result.arranged(by: .own).figures[0]) == [[568, 312]])
    #expect(FigureLayout.own.keyParts.isEmpty)
  }

  @Test(
    "takes inches of 96 px, at most what the page has",
    arguments: [(4.0, 384.0, false), (8, 768, true), (40, 912, true), (0.1, 200, false)])
  func width(inches: Double, expected: Double, isWide: Bool) {
    let layout = layout { $0.figureWidth = inches }
    let figure = ExperimentResult(figures: [figure([plot(.text)])]).arranged(by: layout).figures[0]
    #expect(widths(figure) == [[expected]])
    #expect((figure.width == .wide) == isWide)
    #expect((figure.rows[0].panels[0].narrowWidth ?? 350) <= 350)
  }

  @Test("shares a width between drawings side by side, and gives all the same height")
  func shared() {
    let layout = layout { ($0.figureWidth, $0.figureHeight) = (6, 3) }
    let result = ExperimentResult(figures: [figure([plot(.half), plot(.half)])])
    let arranged = result.arranged(by: layout).figures[0]
    #expect(widths(arranged) == [[272, 272]])
    for panel in arranged.rows[0].panels {
      #expect(panel.drawn(width: panel.wideWidth).height == 288)
    }
  }

  @Test("puts drawings below each other where they would be too narrow")
  func crowded() {
    let layout = layout { $0.figureWidth = 4 }
    let result = ExperimentResult(figures: [figure([plot(.half), plot(.half)])])
    #expect(widths(result.arranged(by: layout).figures[0]) == [[384], [384]])
  }

  @Test("puts the drawings of one figure into columns, the key above them")
  func columns() {
    let panels = [plot(.third), plot(.third), plot(.third)]
    let result = ExperimentResult(figures: [figure(panels, key: .legend([.line(.train, "a")]))])
    let two = result.arranged(by: layout { $0.layoutColumns = 2 }).figures[0]
    #expect(widths(two) == [[440, 440], [440]])
    #expect(two.width == .wide && two.rows[0].key != nil && two.rows[1].key == nil)
    let one = result.arranged(by: layout { $0.layoutColumns = 1 }).figures[0]
    #expect(widths(one) == [[640], [640], [640]])
    #expect(one.width == .text)
  }

  @Test("shows the figures that are named, in that order, and knows no others")
  func chosen() throws {
    var (first, second) = (figure([plot(.text)]), figure([plot(.half)]))
    (first.name, second.name) = ("curves", "map")
    let result = ExperimentResult(figures: [first, second])
    #expect(try result.showing([]).figures.count == 2)
    #expect(
      try result.showing(["map", "curves"]).figures.map { String($0.name) } == ["map", "curves"])
    #expect(throws: UnknownFigure.self) { try result.showing(["maps"]) }
  }

  @Test("gives each of several figures a column, its drawings below each other")
  func cells() {
    let result = ExperimentResult(figures: [
      figure([plot(.half), plot(.half)]), figure([plot(.text)]),
    ])
    let arranged = result.arranged(by: layout { $0.layoutColumns = 2 }).figures
    #expect(arranged.map(widths) == [[[440], [440]], [[440]]])
    let four = result.arranged(by: layout { $0.layoutColumns = 4 }).figures
    #expect(four.map(widths) == [[[204], [204]], [[204]]])
  }

  @Test("makes room for controls at the right: two drawings share the width of text")
  func beside() {
    let wide = figure([plot(.large), plot(.small)])
    let few = FigureLayout(CellOptions(), controls: .few)
    let beside = ExperimentResult(figures: [wide, wide]).arranged(by: few).figures
    #expect(widths(beside[0]) == [[356, 252]])
    #expect(beside[0].width == .text)
    #expect(Set(beside[0].rows[0].panels.map { $0.drawn(width: $0.wideWidth).height }) == [300])
    #expect(widths(beside[1]) == [[568, 312]])
    let three = ExperimentResult(figures: [figure([plot(.third), plot(.third), plot(.third)])])
    #expect(widths(three.arranged(by: few).figures[0]) == [[283, 283], [283]])
    let many = FigureLayout(CellOptions(), controls: .many)
    #expect(
      widths(ExperimentResult(figures: [wide]).arranged(by: many).figures[0]) == [[640], [436]])
  }

  @Test("leaves a width that was asked for, with controls below")
  func asked() {
    var options = CellOptions()
    options.figureWidth = 9
    let layout = FigureLayout(options, controls: .few)
    let result = ExperimentResult(figures: [figure([plot(.large), plot(.small)])])
    #expect(result.arranged(by: layout).figures[0].width == .wide)
  }

  @Test("is part of what drawings depend on")
  func key() {
    let parts = layout { ($0.figureWidth, $0.layoutColumns) = (6, 2) }.keyParts
    #expect(parts.map(\.name) == ["layout width", "layout columns"])
  }
}
