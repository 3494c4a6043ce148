/// What is written below a network: the units of shortened layers and the count of parameters.
struct NetworkFooter {
  private struct Label {
    var text: Text
    var x: Double
    var anchor: SVG.Anchor
  }

  private let layout: NetworkLayout
  private var units: [Label] = []
  private var gaps: [Label] = []
  private let sum: Text
  private let rule: Double
  private let sumLine: Double

  /// The lower edge of the drawing.
  var bottom: Double { sumLine + 8 }

  /// The footer of `diagram`, below the columns of `layout`.
  init(_ diagram: NetworkDiagram, layout: NetworkLayout) {
    self.layout = layout
    if layout.isShortened { units = Self.unitCounts(diagram, layout) }
    rule = layout.bottom + (units.isEmpty ? 14 : 34)
    gaps = Self.gapCounts(diagram, layout)
    sum = .count(diagram.parameters) + (diagram.parameters == 1 ? " parameter" : " parameters")
    let sumStart = layout.width - sum.width(size: 12.5, bold: true)
    var end = 0.0
    for gap in gaps { end = max(end, gap.x + gap.text.width(size: 12) / 2) }
    sumLine = rule + (gaps.isEmpty || end + 8 <= sumStart ? 22 : 42)
  }

  /// Draws it.
  func draw(into svg: inout SVG) {
    for label in units {
      svg.text(label.text, label.x, layout.bottom + 20, class: "tick k", anchor: label.anchor)
    }
    svg.line(0, rule, layout.width, rule, class: "grid")
    for label in gaps { svg.text(label.text, label.x, rule + 22, class: "tick", anchor: .middle) }
    svg.text(sum, layout.width, sumLine, class: "lab", anchor: .end)
  }

  private static func unitCounts(_ diagram: NetworkDiagram, _ layout: NetworkLayout) -> [Label] {
    var labels: [Label] = []
    for (index, layer) in diagram.layers.enumerated() {
      let x = layout.columns[index].x
      let text: Text = layer.units == 1 ? "1 unit" : "\(layer.units) units"
      let long = text.width(size: 12) + 8 <= layout.spacing && !layout.isNarrow
      let label: Text = long ? text : "\(layer.units)"
      let half = label.width(size: 12) / 2
      if x - half < 0 {
        labels.append(Label(text: label, x: 0, anchor: .start))
      } else if x + half > layout.width {
        labels.append(Label(text: label, x: layout.width, anchor: .end))
      } else {
        labels.append(Label(text: label, x: x, anchor: .middle))
      }
    }
    return labels
  }

  /// The arithmetic of all gaps if it fits between the columns, else the counts, else nothing.
  private static func gapCounts(_ diagram: NetworkDiagram, _ layout: NetworkLayout) -> [Label] {
    for spelled in layout.isNarrow ? [false] : [true, false] {
      var labels: [Label] = []
      var fits = true
      for gap in layout.columns.indices.dropLast() {
        let text =
          spelled ? diagram.arithmetic(ofGap: gap) : .count(diagram.parameters(ofGap: gap))
        if text.width(size: 12) + 8 > layout.spacing { fits = false }
        let x = (layout.columns[gap].x + layout.columns[gap + 1].x) / 2
        labels.append(Label(text: text, x: x, anchor: .middle))
      }
      if fits { return labels }
    }
    return []
  }
}
