/// Draws the columns of a network: edges, units, what is beside them, and the parameters below.
struct NetworkDrawing {
  private let diagram: NetworkDiagram
  private let layout: NetworkLayout
  private let headings: NetworkHeadings
  private let footer: NetworkFooter

  /// The drawing of `diagram` at `width`.
  init(_ diagram: NetworkDiagram, width: Double) {
    self.diagram = diagram
    headings = NetworkHeadings(
      diagram.layers, layout: NetworkLayout(diagram, width: width, top: 0))
    layout = NetworkLayout(diagram, width: width, top: headings.height)
    footer = NetworkFooter(diagram, layout: layout)
  }

  /// The elements, weakest edges first and units last.
  var drawing: SVG {
    var svg = SVG(width: layout.width, height: footer.bottom)
    headings.draw(into: &svg)
    if layout.showsWeights {
      for gap in layout.columns.indices.dropLast() { drawWeights(ofGap: gap, into: &svg) }
    } else {
      for gap in layout.columns.indices.dropLast() { drawEdges(ofGap: gap, into: &svg) }
    }
    for index in layout.columns.indices { drawUnits(of: index, into: &svg) }
    if !layout.isNarrow, !layout.columns.isEmpty {
      drawLabels(of: 0, side: -1, into: &svg)
      if layout.columns.count > 1 {
        drawLabels(of: layout.columns.count - 1, side: 1, into: &svg)
      }
    }
    footer.draw(into: &svg)
    svg.addSpots(spots)
    return svg
  }
}

// MARK: - Under the pointer

extension NetworkDrawing {
  /// Beyond so many the weights of a unit are not told one by one.
  private static let mostWeights = 8

  /// The drawn units with their activation and the weights that lead to them.
  private var spots: [Spot] {
    layout.columns.indices.flatMap { index in
      units(layout.columns[index]).map { unit, y in
        let x = layout.columns[index].x, r = layout.radius
        return Spot(
          box: Box(left: x - r, top: y - r, right: x + r, bottom: y + r), radius: r,
          name: name(ofUnit: unit, in: index), rows: rows(ofUnit: unit, in: index))
      }
    }
  }

  private func name(ofUnit unit: Int, in index: Int) -> Text {
    let layer = diagram.layers[index]
    let name: Text = "\(layer.name)\(index == 0 ? "" : ", unit") \(unit + 1)"
    return unit < layer.labels.count ? name + ", " + layer.labels[unit] : name
  }

  private func rows(ofUnit unit: Int, in index: Int) -> [(term: Text, words: Text)] {
    let layer = diagram.layers[index]
    var rows: [(term: Text, words: Text)] = []
    if let values = layer.values, unit < values.count {
      rows.append((index == 0 ? "value" : "activation", "\(values[unit], digits: 4)"))
    } else {
      rows.append(("", "one of \(Text.count(Int64(layer.units)))"))
    }
    guard index > 0, let weights = diagram.weights(ofGap: index - 1) else { return rows }
    let inputs = diagram.layers[index - 1].units
    guard inputs <= Self.mostWeights else { return rows }
    let leading = (0..<inputs).map { input -> Text in
      "\(weights[input * layer.units + unit], digits: 3)"
    }
    rows.append(("weights", Text.joined(leading, separator: ", ")))
    return rows
  }
}

// MARK: - Edges

extension NetworkDrawing {
  private struct Edge {
    var from: Point
    var to: Point
    var weight: Double
    /// Where the weight stands among all.
    var index: Int
  }

  /// One thin path for all edges of a gap.
  private func drawEdges(ofGap gap: Int, into svg: inout SVG) {
    let gapWidth = layout.radius + 2
    var path = Path()
    for (_, y) in units(layout.columns[gap]) {
      for (_, other) in units(layout.columns[gap + 1]) {
        path.move(layout.columns[gap].x + gapWidth, y)
        path.line(layout.columns[gap + 1].x - gapWidth, other)
      }
    }
    svg.path(path, class: "thin")
  }

  /// Edges by weight, relative to the largest of the network.
  private func drawWeights(ofGap gap: Int, into svg: inout SVG) {
    let largest = largestWeight
    for edge in edges(ofGap: gap) {
      let size = largest > 0 ? edge.weight.magnitude / largest : 0
      let start = edge.from.moved(layout.radius + 1.5, towards: edge.to)
      let end = edge.to.moved(layout.radius + 1.5, towards: edge.from)
      var path = Path()
      path.move(start.x, start.y)
      path.line(end.x, end.y)
      svg.number(edge.index, of: diagram.options.weights) {
        $0.path(
          path, class: edge.weight < 0 ? "neg" : "pos",
          style:
            "stroke-width:\(0.6 + 2.9 * size, decimals: 1);opacity:\(0.22 + 0.7 * size, decimals: 2)"
        )
      }
    }
  }

  /// The finite edges of a gap, from the weakest to the strongest.
  private func edges(ofGap gap: Int) -> [Edge] {
    guard let weights = diagram.weights(ofGap: gap) else { return [] }
    let outputs = diagram.layers[gap + 1].units
    var before = diagram.weights[..<gap].reduce(0) { $0 + $1.count }
    if diagram.optionHasBiases {
      before += diagram.layers[1..<gap + 1].reduce(0) { $0 + $1.units }
    }
    var edges: [Edge] = []
    for (index, weight) in weights.enumerated() where weight.isFinite {
      guard let from = layout.centre(ofUnit: index / outputs, in: gap),
        let to = layout.centre(ofUnit: index % outputs, in: gap + 1)
      else { continue }
      edges.append(Edge(from: from, to: to, weight: weight, index: before + index))
    }
    return edges.sorted { $0.weight.magnitude < $1.weight.magnitude }
  }

  private var largestWeight: Double {
    var largest = 0.0
    for gap in diagram.weights {
      for weight in gap where weight.isFinite { largest = max(largest, weight.magnitude) }
    }
    return largest
  }
}

// MARK: - Units

extension NetworkDrawing {
  private func drawUnits(of index: Int, into svg: inout SVG) {
    let column = layout.columns[index]
    let values = layout.showsValues ? diagram.layers[index].values ?? [] : []
    let room = 2 * layout.radius - (layout.isNarrow ? 4 : 5)
    let size = layout.isNarrow ? 10.5 : 11.5
    let decimals = Text.decimals(fitting: values, atMost: 2, width: room, size: size)
    let scale = largest(values)
    for (slot, y) in column.slots {
      guard case .item(let unit) = slot else {
        svg.dots(column.x, y, vertical: true)
        continue
      }
      guard unit < values.count else {
        svg.circle(
          column.x, y, radius: layout.radius, class: "node", style: CellTint.inset.fill)
        continue
      }
      let tint = CellTint.diverging(values[unit], scale: scale)
      svg.number(unit, of: index == 0 ? diagram.options.inputs : "") {
        $0.circle(column.x, y, radius: layout.radius, class: "node", style: tint.fill)
        $0.text(
          .fitted(values[unit], decimals: decimals, width: room, size: size), column.x, y + 4,
          class: tint.contrast.nodeClass(small: layout.isNarrow), anchor: .middle)
      }
    }
  }

  private func drawLabels(of index: Int, side: Double, into svg: inout SVG) {
    let labels = diagram.layers[index].labels
    let x = layout.columns[index].x + side * (layout.radius + 10)
    let room = side < 0 ? x : layout.width - x
    for (unit, y) in units(layout.columns[index]) where unit < labels.count {
      svg.text(
        labels[unit].truncated(to: room, size: 12.5, bold: true), x, y + 4, class: "lab",
        anchor: side < 0 ? .end : .start)
    }
  }

  private func units(_ column: NetworkLayout.Column) -> [(unit: Int, y: Double)] {
    var units: [(unit: Int, y: Double)] = []
    for (slot, y) in column.slots {
      if case .item(let unit) = slot { units.append((unit: unit, y: y)) }
    }
    return units
  }

  /// The magnitude that gets the ramp's end: 1, or the largest activation of the layer if more.
  private func largest(_ values: [Double]) -> Double {
    var largest = 1.0
    for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    return largest
  }
}
