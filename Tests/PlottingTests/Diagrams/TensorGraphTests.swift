import Testing

@testable import Plotting

@Suite("Computation graphs")
struct TensorGraphTests {
  @Test("keep boxes, texts, arrows and frame apart for layers of any size", arguments: 0..<40)
  func geometry(seed: UInt64) {
    let sizes = Array(RandomNetwork.sizes(seed).prefix(5)) + [2]
    for scene in Scene.all(of: .tensorGraph(RandomNetwork(sizes, seed: seed).graph)) {
      scene.expectInside()
      scene.expectReadable()
      scene.expectApart(["vn", "op"])
      scene.expectFreeArrows()
    }
  }

  @Test("put a 2–3–1 network with a squared error into one line")
  func oneLine() {
    var graph = RandomNetwork([2, 3, 1], seed: 2).graph
    // Without an activation at the output, as in the guide.
    let relu = graph.nodes.lastIndex { $0.label == "relu" } ?? 0
    let (z, a) = (relu - 1, relu + 1)
    graph.nodes.removeAll { $0.id == relu || $0.id == a }
    graph.edges.removeAll { $0.to == relu || $0.to == a }
    for index in graph.edges.indices where graph.edges[index].from == a {
      graph.edges[index].from = z
    }
    let scene = Scene.all(of: .tensorGraph(graph))[0]
    #expect(scene.height < 400)
    let trunk = scene.rectangles.filter { $0.classes == ["vn"] || $0.classes == ["vn", "out"] }
    // x, z₁, a₁, z₂ and L stand level; the target stands beside the line.
    let middles = trunk.map { ($0.box.top + $0.box.bottom) / 2 }.sorted()
    #expect(middles.filter { abs($0 - middles[middles.count / 2]) < 0.2 }.count == 5)
  }

  @Test("show a number as a box of 82 × 48, its gradient below")
  func number() throws {
    let graph = TensorGraph(
      nodes: [
        .init(1, .value, "z", rows: 1, columns: 1, values: [0.7], gradients: [-0.502], layer: 0)
      ], edges: [])
    let scene = Scene.all(of: .tensorGraph(graph))[0]
    let box = try #require(scene.rectangles.first).box
    #expect(box.width == 82)
    #expect(box.height == 48)
    let value = try #require(scene.labels.first { $0.content == "0.700" })
    let gradient = try #require(scene.labels.first { $0.content == "−0.502" })
    #expect(value.classes == ["vv"])
    #expect(gradient.classes == ["vg"])
    #expect(gradient.box.top > value.box.bottom)
  }

  @Test(
    "shorten more than five columns or four rows to their first numbers and the norm",
    arguments: [(4, 5, 20, 0), (5, 5, 15, 1), (4, 6, 16, 1), (784, 256, 12, 1)])
  func elision(rows: Int, columns: Int, numbers: Int, norms: Int) {
    let values = [Double](repeating: 0.25, count: rows * columns)
    let graph = TensorGraph(
      nodes: [
        .init(
          1, .parameter, "W", rows: rows, columns: columns, values: values, gradients: nil,
          layer: 0)
      ], edges: [])
    let labels = Scene.all(of: .tensorGraph(graph))[0].labels.filter {
      $0.classes.contains("vv")
    }
    #expect(labels.filter { $0.content == "0.250" }.count == numbers)
    #expect(labels.filter { $0.content.hasPrefix("norm") }.count == norms)
  }

  @Test("stand a missing gradient for a dash")
  func target() {
    let graph = RandomNetwork([2, 1], seed: 2).graph
    #expect(Scene.all(of: .tensorGraph(graph))[0].contents.contains("—"))
  }

  @Test("draw residual edges around what lies between")
  func residual() {
    var graph = RandomNetwork([2, 2], seed: 2).graph
    let error = graph.nodes.firstIndex { $0.label == "mse" } ?? 0
    graph.edges.append(TensorGraph.Edge(0, error))
    for scene in Scene.all(of: .tensorGraph(graph)) {
      scene.expectInside()
      scene.expectFreeArrows()
    }
  }

  @Test("of networks have no crossing edges", arguments: 0..<20)
  func crossings(seed: UInt64) {
    let sizes = Array(RandomNetwork.sizes(seed).prefix(4)) + [2]
    for scene in Scene.all(of: .tensorGraph(RandomNetwork(sizes, seed: seed).graph)) {
      #expect(scene.lines.contains { $0.name == "edge" })
      #expect(scene.crossings(of: "edge") == 0)
    }
  }

  @Test("survive edges to nowhere, to themselves and in circles")
  func robust() {
    var graph = RandomNetwork([2, 2], seed: 2).graph
    graph.edges += [.init(0, 99), .init(99, 0), .init(3, 3), .init(7, 2)]
    for scene in Scene.all(of: .tensorGraph(graph)) { scene.expectApart(["vn", "op"]) }
    _ = markup(.tensorGraph(TensorGraph(nodes: [], edges: [])))
  }

  @Test("are the same bytes for the same values", arguments: 0..<5)
  func reproducible(seed: UInt64) {
    let graph = RandomNetwork([3, 5, 2], seed: seed).graph
    #expect(markup(.tensorGraph(graph)) == markup(.tensorGraph(graph)))
  }
}
