import Plotting
import Testing

@testable import Experiments

@Suite("Messages about options")
struct OptionProblemTests {
  @Test("say what was found, what was expected, and the nearest name")
  func wording() {
    let unknown = OptionProblem(
      .unknownKind("optimizer", found: "'adm'", known: ["sgd", "adam"]), at: nil)
    #expect(unknown.message == "option 'optimizer' does not know 'adm'")
    #expect(unknown.note == "did you mean 'adam'? Known: sgd, adam")
    let wrong = OptionProblem(
      .wrongValue("seeds", found: "2.5", expected: OptionType.integer(1...50).expected), at: nil)
    #expect(wrong.message == "option 'seeds' is 2.5, expected a whole number from 1 to 50")
    #expect(wrong.note == nil)
  }

  @Test("name open ranges in words")
  func ranges() {
    #expect(OptionType.number(OptionType.aboveZero...5).expected == "a number above 0 up to 5")
    #expect(OptionType.number(0...OptionType.unbounded).expected == "a number from 0 on")
    #expect(OptionType.anyNumber.expected == "a number")
  }
}
