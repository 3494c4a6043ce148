/// Draws a deep network as blocks with shapes, in lines that are read like text.
struct NetworkBlocks {
  private static let blockWidth = 96.0
  private static let blockHeight = 40.0
  private static let pitch = 92.0

  private let diagram: NetworkDiagram
  private let width: Double
  private let blocksInLine: Int
  private let gap: Double

  /// The drawing of `diagram` at `width`.
  init(_ diagram: NetworkDiagram, width: Double) {
    self.diagram = diagram
    self.width = width
    blocksInLine = max(1, Int((width + 26) / (Self.blockWidth + 26)))
    let free = width - Double(blocksInLine) * Self.blockWidth
    gap = blocksInLine > 1 ? free / Double(blocksInLine - 1) : 0
  }

  /// The elements.
  var drawing: SVG {
    let lines = (diagram.layers.count + blocksInLine - 1) / blocksInLine
    let rule = Double(lines) * Self.pitch - 20
    var svg = SVG(width: width, height: rule + 30)
    for index in diagram.layers.indices {
      drawBlock(index, into: &svg)
      if index + 1 < diagram.layers.count { drawArrow(from: index, into: &svg) }
    }
    svg.addSpots(diagram.layers.indices.map { spot($0) })
    svg.line(0, rule, width, rule, class: "grid")
    svg.text(
      .count(diagram.parameters) + " parameters", width, rule + 22, class: "lab", anchor: .end)
    return svg
  }

  private func drawBlock(_ index: Int, into svg: inout SVG) {
    let layer = diagram.layers[index]
    let (x, y) = origin(index)
    let middle = x + Self.blockWidth / 2
    let room = Self.blockWidth - 10
    svg.rectangle(
      x, y, width: Self.blockWidth, height: Self.blockHeight, radius: 5, class: "vn")
    svg.text(
      layer.name.truncated(to: room, size: 12.5, bold: true), middle, y + 16, class: "lab",
      anchor: .middle)
    svg.text(
      description(layer).truncated(to: room, size: 12), middle, y + 32, class: "tick",
      anchor: .middle)
    guard index > 0 else { return }
    svg.text(
      .count(diagram.parameters(ofGap: index - 1)), middle, y + Self.blockHeight + 16,
      class: "tick", anchor: .middle)
  }

  /// What a block says under the pointer, where its words may be cut.
  private func spot(_ index: Int) -> Spot {
    let layer = diagram.layers[index]
    let (x, y) = origin(index)
    var rows: [(term: Text, words: Text)] = [("shape", layer.shape ?? "\(layer.units)")]
    if !layer.activation.isEmpty { rows.append(("", layer.activation)) }
    if index > 0 {
      rows.append(("parameters", .count(diagram.parameters(ofGap: index - 1))))
    }
    return Spot(
      box: Box(left: x, top: y, right: x + Self.blockWidth, bottom: y + Self.blockHeight),
      radius: 5, name: layer.name, rows: rows)
  }

  /// The shape, with the activation where both fit.
  private func description(_ layer: NetworkDiagram.Layer) -> Text {
    let shape = layer.shape ?? "\(layer.units)"
    guard !layer.activation.isEmpty else { return shape }
    let both = shape + " " + layer.activation
    return both.width(size: 12) <= Self.blockWidth - 10 ? both : shape
  }

  /// To the right, or from the end of a line around to the start of the next.
  private func drawArrow(from index: Int, into svg: inout SVG) {
    let (x, y) = origin(index)
    let (nextX, nextY) = origin(index + 1)
    let middle = y + Self.blockHeight / 2
    guard nextY > y else {
      svg.arrow([
        Point(x: x + Self.blockWidth, y: middle), Point(x: nextX - 2, y: middle),
      ])
      return
    }
    let lane = nextY - 14
    let (start, end) = (x + Self.blockWidth - 10, nextX + Self.blockWidth / 2)
    svg.arrow([
      Point(x: start, y: y + Self.blockHeight), Point(x: start, y: lane),
      Point(x: end, y: lane), Point(x: end, y: nextY - 2),
    ])
  }

  private func origin(_ index: Int) -> (x: Double, y: Double) {
    let (line, place) = (index / blocksInLine, index % blocksInLine)
    return (
      Double(place) * (Self.blockWidth + gap), 1 + Double(line) * Self.pitch
    )
  }
}
