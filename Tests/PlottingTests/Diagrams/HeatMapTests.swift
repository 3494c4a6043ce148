import Testing

@testable import Plotting

@Suite("Heat maps")
struct HeatMapTests {
  private func map(_ seed: UInt64) -> HeatMap {
    var random = SeededGenerator(seed)
    let (rows, columns) = (random.whole(1, 30), random.whole(1, 70))
    let words: [Text] = [
      "the", "cat", "sepal length", "petal width", "7", "12", "a long name, too",
    ]
    func labels(_ count: Int) -> [Text] {
      let isNumbered = random.whole(0, 1) == 0
      return (0..<count).map { isNumbered ? "\($0)" : words[random.whole(0, words.count - 1)] }
    }
    let size = [1, 1, 1, 100, 1e7][random.whole(0, 4)]
    let values = (0..<(rows * columns)).map { _ in
      random.whole(0, 9) == 0 ? .nan : random.number(-size, size)
    }
    return HeatMap(
      seed % 2 == 0 ? "Weights of a layer" : "", remark: seed % 3 == 0 ? "mean entropy 1.22" : "",
      rowTitle: seed % 5 == 0 ? "query" : "", columnTitle: seed % 5 == 0 ? "key" : "",
      rowLabels: labels(rows), columnLabels: labels(columns), values: values,
      ramp: seed % 2 == 0 ? .diverging : .sequential)
  }

  @Test("keep texts apart and inside, whatever their size", arguments: 0..<40)
  func geometry(seed: UInt64) {
    for scene in Scene.all(of: .heatMap(map(seed))) {
      #expect(scene.width <= 912)
      scene.expectInside()
      scene.expectReadable()
      for label in scene.labels where label.classes.contains("cell") {
        let cell = scene.rectangles.first { $0.box.grown(by: 0.6).contains(label.box) }
        #expect(cell != nil, "'\(label.content)' leaves its cell")
      }
    }
  }

  /// Three rows of weights, one of them masked.
  private var attention: HeatMap {
    HeatMap(
      rowLabels: ["a", "b"], columnLabels: ["x", "y"], values: [1, .nan, 0.05, 0.95],
      range: 0...1, hiddenBelow: 0.1)
  }

  @Test("leave small numbers out and dash what is masked")
  func masked() {
    let scene = Scene.all(of: .heatMap(attention))[0]
    #expect(scene.labels.filter { $0.classes.contains("cell") }.map(\.content) == ["1.00", "0.95"])
    #expect(scene.lines.filter { $0.name == "msk" }.count == 1)
    #expect(
      scene.rectangles.map(\.style) == ["fill:var(--s8)", "fill:var(--s0)", "fill:var(--s8)"])
  }

  @Test("are symmetric about zero with a diverging ramp")
  func diverging() {
    var map = attention
    map.ramp = .diverging
    map.range = -0.5...2
    #expect(map.limits == -2...2)
    map.range = nil
    #expect(map.limits == -1...1)
  }

  @Test("have cells of 37 px, and of 27 on a phone")
  func cells() {
    let labels = (0..<10).map { index -> Text in "\(index)" }
    let map = HeatMap(
      rowLabels: labels, columnLabels: labels, values: [Double](repeating: 0.5, count: 100))
    let scenes = Scene.all(of: .heatMap(map))
    #expect(scenes.map { $0.rectangles[0].box.width.rounded() } == [36, 26])
  }

  @Test("number columns whose names do not fit, beside the rows or in a key")
  func numbered() {
    let names: [Text] = ["sepal length", "sepal width"]
    let square = HeatMap(rowLabels: names, columnLabels: names, values: [1, 0, 0, 1])
    let contents = Scene.all(of: .heatMap(square))[0].contents
    #expect(contents.filter { $0 == "1" }.count == 2)
    #expect(contents.filter { $0 == "sepal width" }.count == 1)
    let key = HeatMap(rowLabels: ["a"], columnLabels: names, values: [1, 0])
    #expect(Scene.all(of: .heatMap(key))[0].contents.filter { $0 == "sepal width" }.count == 1)
  }

  @Test("tell the largest and the smallest value and where they are")
  func summary() {
    let panel = Panel.heatMap(attention)
    #expect(panel.summary == "Largest 1.00 at a, x; smallest 0.05 at b, x.")
    let empty = HeatMap(rowLabels: [], columnLabels: [], values: [])
    #expect(Panel.heatMap(empty).summary == "No values.")
  }
}
