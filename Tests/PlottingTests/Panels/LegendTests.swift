import Testing

@testable import Plotting

@Suite("Legends")
struct LegendTests {
  @Test("start a new row where an entry would leave 350 px")
  func rows() {
    let entries = (0..<6).map { LegendEntry.line(.category($0), "network \($0)") }
    let layout = LegendLayout(entries, title: "", width: 350)
    #expect(layout.count == 2)
    var svg = SVG(width: 350, height: 40)
    layout.draw(atY: 0, on: &svg)
    for text in DrawnText.all(in: svg) { #expect(text.box.right <= 350) }
  }

  @Test("name all their entries in the description")
  func summary() {
    let legend = Panel.legend([.line(.train, "training"), .line(.validation, "validation")])
    #expect(legend.summary == "training, validation")
  }
}
