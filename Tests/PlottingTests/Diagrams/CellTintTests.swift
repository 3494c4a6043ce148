import Testing

@testable import Plotting

@Suite("Tints of cells")
struct CellTintTests {
  @Test("take the text of the best contrast on each step")
  func contrast() {
    let sequential = (0...8).map { CellTint.sequential($0).contrast }
    #expect(
      sequential == [.ink, .ink, .ink, .ink, .flip, .paper, .paper, .paper, .paper])
    let diverging = (0...8).map { CellTint.diverging($0).contrast }
    #expect(diverging == [.paper, .flip, .ink, .ink, .ink, .ink, .ink, .flip, .paper])
    #expect(CellTint.inset.contrast == .ink)
  }

  @Test(
    "step evenly from −1 over 0 to 1",
    arguments: [
      (-7.0, 0), (-1, 0), (-0.87, 1), (-0.5, 2), (-0.12, 4), (0, 4), (0.13, 5), (0.8, 7), (1, 8),
      (.nan, 4), (.infinity, 4),
    ])
  func diverging(value: Double, step: Int) {
    #expect(CellTint.diverging(value, scale: 1) == .diverging(step))
  }

  @Test(
    "step evenly from 0 to 1",
    arguments: [(-1.0, 0), (0, 0), (0.07, 1), (0.5, 4), (0.93, 7), (1, 8), (2, 8), (.nan, 0)])
  func sequential(share: Double, step: Int) {
    #expect(CellTint.sequential(share) == .sequential(step))
  }

  @Test("name the page's variables and classes")
  func names() {
    #expect(CellTint.diverging(3).fill == "fill:var(--d3)")
    #expect(CellTint.sequential(8).fill == "fill:var(--s8)")
    #expect("\(CellTint.Contrast.flip.cellClass(small: true))" as Text == "cell sm flip")
    #expect("\(CellTint.Contrast.paper.nodeClass(small: false))" as Text == "nv inv")
  }
}
