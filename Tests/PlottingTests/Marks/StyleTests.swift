import Testing

@testable import Plotting

@Suite("Styles")
struct StyleTests {
  @Test("of eight categories differ in colour, marker and dash")
  func categories() {
    let styles = (0..<8).map { Style.category($0) }
    #expect(Set(styles.map(\.colour.string)).count == 8)
    #expect(Set(styles.map { $0.dash.description }).count == 8)
    #expect(Set(styles.map { "\($0.marker)" }).count == 8)
    #expect(styles[0].colour == "var(--c1)" && styles[7].colour == "var(--c8)")
  }

  @Test("of ordered series take stops 4 to 8, labels from 5", arguments: [1, 2, 5, 9, 12])
  func ordered(count: Int) {
    let stops = (0..<count).map { Style.ordered($0, of: count) }
    #expect(stops.first?.colour == "var(--s4)")
    #expect(stops.first?.textColour == "var(--s5)")
    if count > 1 { #expect(stops.last?.colour == "var(--s8)") }
  }

  @Test("of training and validation share the hue; validation is dashed")
  func pair() {
    #expect(Style.train(3).colour == Style.validation(3).colour)
    #expect(Style.train.dash.description.isEmpty)
    #expect(Style.validation.dash.description == "7 3")
  }
}
