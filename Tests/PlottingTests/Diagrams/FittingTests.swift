import Testing

@testable import Plotting

@Suite("Text that has to fit")
struct FittingTests {
  @Test("is cut with an ellipsis only where it must be", arguments: 0..<40)
  func truncation(width: Int) {
    let text: Text = "Größe der Stichprobe"
    let room = 4 * Double(width)
    let cut = text.truncated(to: room, size: 12)
    #expect(cut.width(size: 12) <= room + 0.02)
    #expect((cut == text) == (text.width(size: 12) <= room))
    #expect(String(validating: cut.bytes, as: UTF8.self) != nil)
  }

  @Test(
    "loses decimals before it becomes a power of ten",
    arguments: [
      (0.1234, "0.12"), (-0.1234, "−0.1"), (123.4, "123"), (23_456, "2·10⁴"), (-23_456, "…"),
      (.nan, "NaN"),
    ])
  func numbers(number: Double, text: String) {
    #expect(Text.fitted(number, decimals: 2, width: 31, size: 12).string == text)
  }

  @Test("has as many decimals in common as the longest number allows")
  func decimals() {
    #expect(Text.decimals(fitting: [0.5, 1], atMost: 3, width: 40, size: 11) == 3)
    #expect(Text.decimals(fitting: [0.5, -1], atMost: 3, width: 38, size: 11) == 2)
    #expect(Text.decimals(fitting: [0.5, 1e9], atMost: 3, width: 40, size: 11) == 0)
    #expect(Text.decimals(fitting: [], atMost: 3, width: 40, size: 11) == 3)
  }

  @Test("is joined with a separator")
  func joined() {
    #expect(Text.joined(["a", "b", "c"], separator: ", ") == "a, b, c")
    #expect(Text.joined([], separator: ", ") == "")
  }
}
