import Testing

@testable import Plotting

@Suite("Figures")
struct FigureTests {
  private let plot = Panel.plot(
    Plot(
      title: "Loss & \"more\" < 1", summary: "Falls.", x: Axis("epoch"), y: Axis("Loss"),
      marks: [.line(x: [0, 1], y: [1, 0])]))

  private func ids(_ markup: String) -> [String] {
    markup.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
  }

  @Test("have ids that differ and begin with theirs")
  func uniqueIds() {
    let figure = Figure(
      "curves", width: .wide, rows: [.init([plot, plot], key: .decisionMapKey()), .init([plot])],
      caption: "", table: Table([]))
    let ids = ids(figure.markup(id: "fig-a").string)
    // Three plots drawn twice and a key, each with title and description.
    #expect(ids.count == 14)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("fig-a-") })
  }

  @Test("name and describe each drawing, with reserved characters escaped")
  func accessible() {
    var markup = Text()
    plot.write(id: "p", into: &markup)
    let text = markup.string
    #expect(text.contains("role=\"img\" aria-labelledby=\"p-w-t\" aria-describedby=\"p-w-d\""))
    #expect(text.contains("<title id=\"p-w-t\">Loss &amp; &quot;more&quot; &lt; 1</title>"))
    #expect(text.contains("<desc id=\"p-n-d\">Falls.</desc>"))
  }
}
