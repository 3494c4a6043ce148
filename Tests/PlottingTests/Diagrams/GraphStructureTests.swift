import Testing

@testable import Plotting

@Suite("The structure of a computation graph")
struct GraphStructureTests {
  @Test("is a trunk of columns with leaves beside the operations they enter")
  func trunk() {
    // x, W, ·, b, +, z, relu, a, y, mse, L.
    let structure = GraphStructure(RandomNetwork([2, 1], seed: 1).graph)
    #expect(structure.columns == [[0], [2], [4], [5], [6], [7], [9], [10]])
    #expect(structure.hosts[1] == 2)
    #expect(structure.hosts[3] == 4)
    #expect(structure.hosts[8] == 9)
    #expect(structure.leaves(of: 9) == [8])
  }

  @Test("stacks parallel branches in the order of what they come from")
  func branches() {
    func number(_ id: Int, _ kind: TensorGraph.Kind) -> TensorGraph.Node {
      .init(id, kind, "v", rows: 1, columns: 1, values: [1], gradients: [1], layer: 0)
    }
    let graph = TensorGraph(
      nodes: [
        number(0, .input), number(1, .input), .operation(2, "×", layer: 0),
        .operation(3, "×", layer: 0), number(4, .parameter), number(5, .parameter),
        .operation(6, "+", layer: 0), number(7, .loss),
      ],
      edges: [
        .init(0, 3), .init(1, 2), .init(4, 2), .init(5, 3), .init(2, 6), .init(3, 6), .init(6, 7),
      ])
    #expect(GraphStructure(graph).columns == [[0, 1], [3, 2], [6], [7]])
    for scene in Scene.all(of: .tensorGraph(graph)) {
      scene.expectApart(["vn", "op"])
      scene.expectFreeArrows()
    }
  }
}
