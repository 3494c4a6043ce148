import Foundation
import TestSupport
import Testing

@testable import Plotting

/// Each file `name.svg` in Goldens is the markup of a diagram below, an element a line.
@Suite("Diagrams as they were approved")
struct DiagramGoldenTests {
  static let folder = goldenFolder()

  static let diagrams: [(name: String, panel: Panel)] = [
    ("network", .network(RandomNetwork([3, 4, 4, 2], seed: 5).diagram)),
    ("network-shortened", .network(RandomNetwork([784, 32, 10], seed: 5).diagram)),
    ("network-blocks", .network(RandomNetwork([4, 8, 8, 8, 8, 8, 8, 8, 8, 2], seed: 5).diagram)),
    ("matrix-chain", .matrixChain(RandomNetwork([3, 4, 2], seed: 5).chain)),
    ("tensor-graph", .tensorGraph(RandomNetwork([2, 3, 1], seed: 5).graph)),
    ("chain-rule", .chainRule(chainRule)),
    ("heat-map", .heatMap(heatMap)),
    ("confusion-matrix", .confusionMatrix(confusion)),
    ("image-grid", .imageGrid(images)), ("image-grids", .imageGrids([pair, images])),
    ("heat-map-beside", .heatMap(heatMap, cell: 32, width: 304)),
  ]

  @Test("are drawn to the byte", arguments: diagrams.map(\.name))
  func golden(name: String) throws {
    let panel = try #require(Self.diagrams.first { $0.name == name }).panel
    let lines = markup(panel).string.replacing("><", with: ">\n<") + "\n"
    expectGolden(lines, Self.folder.appendingPathComponent("\(name).svg"))
  }

  @Test("all have a diagram")
  func complete() {
    #expect(
      goldenNames(in: Self.folder, withExtension: "svg") == Self.diagrams.map(\.name).sorted())
  }

  private static let pair: ImageGrid = {
    var grid = images
    (grid.name, grid.gap, grid.narrowColumns) = ("One of each", 4, 10)
    for index in grid.images.indices {
      (grid.images[index].label, grid.images[index].remark) = ("", "")
    }
    return grid
  }()

  private static let chainRule = ChainRule(
    .init("L", by: "w_11", value: -0.147),
    factors: [
      .init("L", by: "a_1", value: -0.154, note: "sum over 2 units"),
      .init("a_1", by: "z_1", value: 0.635, note: "tanh′(z) = 1 − a²"),
      .init("z_1", by: "w_11", value: 1.5, note: "the input x_1"),
    ],
    sum: .init(
      "∂L/∂a_1 = Σ_k δ_k w_1k",
      terms: [.init(delta: 0.12, weight: 0.5), .init(delta: -0.33, weight: 0.65)]))

  private static let heatMap = HeatMap(
    "Scaled by √64", remark: "mean entropy 0.61", rowTitle: "query", columnTitle: "key",
    rowLabels: ["the", "cat", "sat"], columnLabels: ["the", "cat", "sat"],
    values: [1, .nan, .nan, 0.3, 0.7, .nan, 0.05, 0.5, 0.45], range: 0...1, hiddenBelow: 0.1)

  private static let confusion = ConfusionMatrix(
    classes: ["Shirt", "Coat", "Ankle boot"], counts: [80, 20, 0, 9, 91, 0, 0, 1, 99])

  private static let images = ImageGrid(
    "Mistakes", remark: "true → read as", imageWidth: 2, imageHeight: 2,
    images: [
      .init(pixels: [0, 1, 1, 0], label: "4 → 6", remark: "0.97"),
      .init(pixels: [1, 0, 0, 1], label: "9 → 3", remark: "0.91"),
    ], columns: 2, width: 424)
}
