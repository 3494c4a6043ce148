import Testing

@testable import Plotting

@Suite("Descriptions from numbers")
struct SummaryTests {
  @Test("tell start, end, and the lowest value and where")
  func course() {
    let text = Text.course(of: [0.69, 0.3, 0.0204, 0.021], unit: "epoch")
    #expect(
      text.string == "Starts at 0.69, ends at 0.021 (epoch 3), lowest 0.02 at epoch 2.")
  }

  @Test("tell the highest value, at given positions")
  func highest() {
    let text = Text.course(
      of: [0.5, 0.9, 0.8], at: [0, 10, 20], unit: "epoch", extremum: .highest)
    #expect(text.string == "Starts at 0.5, ends at 0.8 (epoch 20), highest 0.9 at epoch 10.")
  }

  @Test("say when the values stop being numbers")
  func diverged() {
    let text = Text.course(of: [1, 3, .infinity, .nan], unit: "step")
    #expect(text.string == "Starts at 1, ends at 3 (step 1); no finite value after that.")
    #expect(Text.course(of: [.nan], unit: "step").string == "No finite values.")
    #expect(Text.course(of: [], unit: "step").string == "No finite values.")
  }

  @Test("are short for a single value")
  func single() {
    #expect(Text.course(of: [2], unit: "step").string == "2 at step 0.")
  }
}
