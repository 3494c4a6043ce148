import Testing

@testable import Plotting

@Suite("Matrix chains")
struct MatrixChainTests {
  @Test("keep cells, texts and frame apart for layers of any size", arguments: 0..<40)
  func geometry(seed: UInt64) {
    let sizes = RandomNetwork.sizes(seed) + [2]
    for scene in Scene.all(of: .matrixChain(RandomNetwork(sizes, seed: seed).chain)) {
      scene.expectInside()
      scene.expectReadable()
      scene.expectFreeArrows()
      expectCellsApart(scene)
    }
  }

  private func expectCellsApart(_ scene: Scene) {
    let cells = scene.rectangles.filter { $0.style.hasPrefix("fill:") }
    for (index, cell) in cells.enumerated() {
      for other in cells[..<index] where cell.box.overlaps(other.box) {
        Issue.record("\(cell.box) overlaps \(other.box)")
      }
    }
  }

  @Test("print three decimals where an equation fits into a line, else two")
  func decimals() {
    let small = Scene.all(of: .matrixChain(RandomNetwork([2, 3, 1], seed: 4).chain))
    #expect(
      small[0].labels.allSatisfy { !$0.classes.contains("cell") || $0.content.hasDecimals(3) })
    #expect(
      small[1].labels.allSatisfy { !$0.classes.contains("cell") || $0.content.hasDecimals(2) })
    let large = Scene.all(of: .matrixChain(RandomNetwork([4, 5, 4], seed: 4).chain))
    #expect(
      large[0].labels.allSatisfy { !$0.classes.contains("cell") || $0.content.hasDecimals(2) })
  }

  @Test("show name and shape above each matrix")
  func headings() {
    let contents = Scene.all(of: .matrixChain(RandomNetwork([3, 4], seed: 4).chain))[0].contents
    for heading in ["a1 × 3", "W3 × 4", "b1 × 4", "z1 × 4"] {
      #expect(contents.contains(heading))
    }
  }

  @Test(
    "shorten more than six columns and eight rows",
    arguments: [(8, 6, 48), (9, 6, 42), (8, 7, 40), (784, 300, 35)])
  func elision(rows: Int, columns: Int, cells: Int) {
    let matrix = MatrixChain.Term.matrix(
      "W", rows: rows, columns: columns,
      values: [Double](repeating: 0.5, count: rows * columns))
    for scene in Scene.all(of: .matrixChain(MatrixChain([.init(terms: [matrix])]))) {
      #expect(scene.rectangles.count == cells)
    }
  }

  @Test("leave cells without values empty")
  func missing() {
    let matrix = MatrixChain.Term.matrix("W", rows: 2, columns: 2, values: [1])
    let scene = Scene.all(of: .matrixChain(MatrixChain([.init(terms: [matrix])])))[0]
    #expect(scene.rectangles.count == 4)
    #expect(scene.rectangles.filter { $0.style == "fill:var(--inset)" }.count == 3)
  }
}

extension String {
  /// Whether it is a number with so many decimals.
  fileprivate func hasDecimals(_ count: Int) -> Bool {
    split(separator: ".").last?.count == count
  }
}
