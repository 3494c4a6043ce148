import Testing

@testable import Plotting

@Suite("Network diagrams")
struct NetworkDiagramTests {
  @Test("keep units, texts and frame apart for layers of any size", arguments: 0..<60)
  func geometry(seed: UInt64) {
    let network = RandomNetwork(RandomNetwork.sizes(seed), seed: seed)
    for scene in Scene.all(of: .network(network.diagram)) {
      scene.expectInside()
      scene.expectReadable()
      scene.expectApart(["node", "vn"])
    }
  }

  @Test("fit names and labels of any length")
  func longNames() {
    let name: Text = "a convolution with a very long name indeed"
    for count in 1...12 {
      let layer = NetworkDiagram.Layer(
        name, activation: name, units: 3, labels: [name, name, name])
      let diagram = NetworkDiagram(layers: [NetworkDiagram.Layer](repeating: layer, count: count))
      for scene in Scene.all(of: .network(diagram)) {
        scene.expectInside()
        scene.expectReadable()
      }
    }
  }

  @Test("are the same bytes for the same values", arguments: 0..<10)
  func reproducible(seed: UInt64) {
    let network = RandomNetwork(RandomNetwork.sizes(seed), seed: seed)
    #expect(markup(.network(network.diagram)) == markup(.network(network.diagram)))
  }

  @Test("spell the parameters of each gap and their sum")
  func parameters() {
    let network = RandomNetwork([3, 4, 4, 2], seed: 1)
    let wide = Scene.all(of: .network(network.diagram))[0]
    for text in ["3·4 + 4 = 16", "4·4 + 4 = 20", "4·2 + 2 = 10", "46 parameters"] {
      #expect(wide.contents.contains(text))
    }
    var diagram = network.diagram
    diagram.hasBias = false
    let bare = Scene.all(of: .network(diagram))[0]
    #expect(bare.contents.contains("3·4 = 12"))
    #expect(bare.contents.contains("36 parameters"))
  }

  @Test("count parameters beyond 32 bits")
  func manyParameters() {
    let layer = NetworkDiagram.Layer("wide", units: 100_000_000)
    let diagram = NetworkDiagram(layers: [layer, layer])
    #expect(diagram.parameters == 10_000_000_100_000_000)
  }

  @Test(
    "draw units of radius 21, 18 on a phone, 8 without values",
    arguments: [(true, [21.0, 18.0]), (false, [8.0, 8.0])])
  func radii(hasValues: Bool, radii: [Double]) {
    var diagram = RandomNetwork([3, 4, 2], seed: 1).diagram
    if !hasValues { for index in diagram.layers.indices { diagram.layers[index].values = nil } }
    for (scene, radius) in zip(Scene.all(of: .network(diagram)), radii) {
      #expect(scene.circles.count == 9)
      #expect(scene.circles.allSatisfy { $0.box.width == 2 * radius })
    }
  }

  @Test(
    "show at most twelve units, else five, dots and two",
    arguments: [(12, 12), (13, 7), (784, 7)])
  func elision(units: Int, shown: Int) {
    let network = RandomNetwork([units, 1], seed: 1)
    let scene = Scene.all(of: .network(network.diagram))[0]
    #expect(scene.circles.count == shown + 1)
    #expect(scene.lines.contains { $0.name == "dots" } == (units > 12))
    #expect(scene.lines.contains { $0.name == "thin" } == (units > 12))
  }

  @Test("draw edges by weight, the weakest first, the strongest 3.5 px wide")
  func edges() throws {
    let diagram = NetworkDiagram(
      layers: [.init("a", units: 1), .init("b", units: 3)], weights: [[2, -1, 0.5]])
    let drawn = markup(.network(diagram)).string.matches(
      of: /class="(pos|neg)" style="stroke-width:([\d.]+);opacity:([\d.]+)"/)
    #expect(
      drawn.prefix(3).map { "\($0.1) \($0.2) \($0.3)" } == [
        "pos 1.3 0.40", "neg 2.0 0.57", "pos 3.5 0.92",
      ])
  }

  @Test("draw blocks of 96 × 40 beyond eight layers", arguments: [8, 9, 20])
  func blocks(count: Int) {
    let network = RandomNetwork([Int](repeating: 2, count: count), seed: 1)
    for scene in Scene.all(of: .network(network.diagram)) {
      let blocks = scene.rectangles.filter { $0.classes.contains("vn") }
      #expect(blocks.count == (count > 8 ? count : 0))
      #expect(blocks.allSatisfy { $0.box.width == 96 && $0.box.height == 40 })
      scene.expectFreeArrows()
    }
  }

  @Test("draw values that are no numbers, and ignore weights that do not fit")
  func robust() {
    let diagram = NetworkDiagram(
      layers: [
        .init("a", units: 2, values: [.nan, .infinity]),
        .init("b", units: 2, values: [1e300, -1e-9]),
      ], weights: [[1, 2, 3]])
    for scene in Scene.all(of: .network(diagram)) {
      scene.expectInside()
      #expect(scene.contents.contains("NaN"))
    }
    for scene in Scene.all(of: .network(NetworkDiagram(layers: []))) { scene.expectInside() }
  }
}
