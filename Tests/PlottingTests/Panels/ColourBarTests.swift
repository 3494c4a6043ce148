import Testing

@testable import Plotting

@Suite("Colour bars")
struct ColourBarTests {
  private func markup(_ panel: Panel) -> String {
    var markup = Text()
    panel.write(id: "p", into: &markup)
    return markup.string
  }

  @Test(
    "have a step for each colour of the ramp",
    arguments: [
      (ColourBar.Ramp.sequential, 9), (.diverging, 9), (.probability, 8), (.terrain, 7),
    ])
  func steps(ramp: ColourBar.Ramp, count: Int) {
    let bar = markup(.colourBar(ColourBar("value", ramp: ramp, labels: ["0", "1"])))
    #expect(bar.matches(of: /<rect/).count == count)
  }

  @Test("have their keys beside them where these fit, else below")
  func entries() {
    #expect(markup(.decisionMapKey()).contains("viewBox=\"0 0 350 34\""))
    let long = markup(.decisionMapKey(classes: ("a class of a rather long name", "another")))
    #expect(long.contains("viewBox=\"0 0 350 57\""))
  }
}
