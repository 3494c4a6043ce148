/// Draws a computation graph at a given width.
struct TensorGraphDrawing {
  private let graph: TensorGraph
  private let width: Double
  private let isNarrow: Bool
  private let boxes: [TensorBox]
  private let arrangement: GraphArrangement

  /// The drawing of `graph` at `width`, with three decimals or, on a phone, two for matrices of
  /// more than three columns.
  init(_ graph: TensorGraph, width: Double) {
    self.graph = graph
    self.width = width
    let isNarrow = width < 600
    self.isNarrow = isNarrow
    var columns = 0
    for node in graph.nodes { columns = max(columns, node.columns) }
    let decimals = isNarrow && columns > 2 ? 2 : 3
    let boxes = graph.nodes.map { TensorBox($0, decimals: decimals) }
    self.boxes = boxes
    let structure = GraphStructure(graph)
    let frames = boxes.indices.map { Self.frame(graph.nodes[$0], box: boxes[$0]) }
    arrangement =
      isNarrow
      ? GraphColumn.arrange(structure, frames: frames, width: width, top: 30)
      : GraphLines.arrange(
        structure, frames: frames, layers: graph.nodes.map { $0.layer }, width: width, top: 34)
  }

  /// The elements.
  var drawing: SVG {
    let hasParameters = graph.nodes.contains { $0.kind == .parameter }
    let legend = isNarrow && hasParameters ? 26.0 : 0
    var svg = SVG(width: width, height: arrangement.bottom + 2 + legend)
    drawDirections(into: &svg)
    for route in arrangement.routes { svg.arrow(route) }
    for (node, frame) in arrangement.frames.enumerated() { draw(node, frame, into: &svg) }
    if legend > 0 { svg.text("outlined: parameters", 0, svg.height - 4, class: "tick") }
    svg.addSpots(
      zip(graph.nodes, arrangement.frames).compactMap { node, frame in
        node.kind == .operation ? nil : Spot(node, frame)
      })
    return svg
  }

  private func drawDirections(into svg: inout SVG) {
    if isNarrow {
      svg.text("values flow down", 0, 12, class: "lab")
      svg.text(
        "gradients flow up", width, 12, class: "lab", anchor: .end, style: "fill:var(--c7t)")
    } else {
      svg.text("values flow right", 0, 14, class: "lab")
      svg.text("outlined: parameters", 160, 14, class: "tick")
      svg.text(
        "gradients flow left", width, 14, class: "lab", anchor: .end, style: "fill:var(--c7t)")
    }
  }

  private func draw(_ index: Int, _ frame: DiagramFrame, into svg: inout SVG) {
    let node = graph.nodes[index]
    guard node.kind == .operation else {
      boxes[index].draw(frame.x, frame.y, into: &svg)
      return
    }
    if frame.width > frame.height {
      svg.rectangle(
        frame.left, frame.top, width: frame.width, height: frame.height,
        radius: frame.height / 2, class: "op")
    } else {
      svg.circle(frame.x, frame.y, radius: frame.height / 2, class: "op")
    }
    let isDot = node.label == "·"
    svg.text(
      node.label.truncated(to: frame.width - 10, size: 13), frame.x, frame.y + (isDot ? 7 : 4.5),
      class: "ops", anchor: .middle, style: isDot ? "font-size:20px" : "")
  }

  /// The size of a node: a circle of radius 15, a pill for a word, or its box.
  private static func frame(_ node: TensorGraph.Node, box: TensorBox) -> DiagramFrame {
    guard node.kind == .operation else {
      return DiagramFrame(x: 0, y: 0, width: box.width, height: box.height, isRound: false)
    }
    let word = node.label.count > 2 ? node.label.width(size: 13) + 14 : 0
    return DiagramFrame(x: 0, y: 0, width: min(160, max(30, word)), height: 30, isRound: true)
  }
}

extension Spot {
  /// A tensor with its values and gradients: the number, or shape and norms of several.
  fileprivate init(_ node: TensorGraph.Node, _ frame: DiagramFrame) {
    let isNumber = node.values.count == 1
    func row(_ term: Text, _ values: [Double]) -> (term: Text, words: Text) {
      if let first = values.first, isNumber { return (term, "\(first, digits: 6)") }
      return (term + ", norm", "\(RowMajor(values: values, columns: 1).norm, digits: 4)")
    }
    var rows =
      isNumber ? [] : [(term: "shape" as Text, words: "\(node.rows) × \(node.columns)" as Text)]
    rows.append(row("value", node.values))
    rows.append(node.gradients.map { row("gradient", $0) } ?? ("gradient", "none"))
    self.init(
      box: Box(left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom),
      radius: 5, name: node.label, rows: rows)
  }
}
