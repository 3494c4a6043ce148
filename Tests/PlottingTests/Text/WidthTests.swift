import Testing

@testable import Plotting

@Suite("Room for text")
struct WidthTests {
  @Test(
    "is 0.60 em a digit, 0.62 em a letter, 0.64 em when bold",
    arguments: [
      ("123" as Text, false, 1.8), ("abc", false, 1.86), ("a1", true, 1.28), ("", false, 0),
      ("0.5", false, 1.54), ("é", false, 0.62), ("w₁", false, 1.28),
    ])
  func rule(text: Text, bold: Bool, expected: Double) {
    #expect((text.width(size: 1, bold: bold) - expected).magnitude < 1e-12)
  }

  @Test("gives six characters a margin of 48 px at most 1 px short")
  func sixCharacters() {
    #expect((8 + Text("0.0001").width(size: 12) - 48).magnitude <= 1)
  }

  @Test("breaks at spaces only where needed")
  func wrapping() {
    let text: Text = "one two three"
    #expect(text.wrapped(to: 1000, size: 10, bold: false) == ["one two three"])
    #expect(text.wrapped(to: 50, size: 10, bold: false) == ["one two", "three"])
    #expect(text.wrapped(to: 1, size: 10, bold: false) == ["one", "two", "three"])
  }
}
