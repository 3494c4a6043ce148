import Testing

@testable import Plotting

@Suite("Spots of drawings")
struct SpotTests {
  private let box = Box(left: 1, top: 2, right: 31, bottom: 22)

  @Test("are a line each, with tabs between their fields")
  func lines() {
    var svg = SVG(width: 100, height: 100)
    svg.addSpots([
      Spot(box: box, radius: 5, name: "W₁", rows: [("value", "0.5"), ("", "none")]),
      Spot(box: box, name: "b", rows: []),
    ])
    #expect(
      svg.hooks.string
        == " data-spots=\"1 2 30 20 5\tW₁\tvalue\t0.5\t\tnone\n1 2 30 20 0\tb\"")
  }

  @Test("keep their fields whatever an author writes")
  func hostile() {
    var svg = SVG(width: 100, height: 100)
    svg.addSpots([Spot(box: box, name: "a\tb\nc\"><script>", rows: [])])
    #expect(svg.hooks.string == " data-spots=\"1 2 30 20 0\ta b c&quot;&gt;&lt;script&gt;\"")
  }

  @Test("tell of each unit of a network its activation and weights, and of each image its label")
  func contents() {
    let network = RandomNetwork([2, 3, 1], seed: 5)
    let drawn = Panel.network(network.diagram).drawn(width: 640).hooks.string
    #expect(drawn.split(separator: "\n").count == 6)
    #expect(drawn.contains("\tactivation\t") && drawn.contains("\tweights\t"))
    let graph = Panel.tensorGraph(network.graph).drawn(width: 912).hooks.string
    #expect(graph.contains("\tgradient, norm\t") && graph.contains("\tshape\t2 × 3"))
    let image = ImageGrid.Image(pixels: [0, 1], label: "4 → 6", remark: "0.97")
    let grid = ImageGrid("", remark: "probability", imageWidth: 2, imageHeight: 1, images: [image])
    let images = Panel.imageGrid(grid).drawn(width: 640).hooks.string
    #expect(images.hasSuffix("\t4 → 6\tprobability\t0.97\""))
  }
}
