/// The names and activations above the columns of a network, on one level or, where they
/// would touch, on several in turn.
struct NetworkHeadings {
  private struct Heading {
    var name: Text
    var activation: Text
    var x: Double
    var anchor: SVG.Anchor
    var level: Int

    var width: Double {
      max(
        name.width(size: 12.5, bold: true), activation.width(size: 12))
    }

    var extent: (from: Double, to: Double) {
      switch anchor {
      case .start: (x, x + width)
      case .middle: (x - width / 2, x + width / 2)
      case .end: (x - width, x)
      }
    }

    mutating func shorten(to room: Double) {
      name = name.truncated(to: room, size: 12.5, bold: true)
      activation = activation.truncated(to: room, size: 12)
    }
  }

  private static let mostLevels = 4
  private var headings: [Heading] = []
  /// The levels in use.
  private(set) var levels = 1

  /// The height above the units: 48 with one level.
  var height: Double { 16 + 32 * Double(levels) }

  /// The headings of `layers` whose columns stand at `columns`.
  init(_ layers: [NetworkDiagram.Layer], layout: NetworkLayout) {
    for (index, layer) in layers.enumerated() {
      let (x, anchor) = Self.position(index, layout)
      var heading = Heading(
        name: layer.name, activation: layer.activation, x: x, anchor: anchor, level: 0)
      heading.shorten(to: anchor == .middle ? 2 * min(x, layout.width - x) : layout.width)
      headings.append(heading)
    }
    while overlaps, levels < Self.mostLevels {
      levels += 1
      for index in headings.indices { headings[index].level = index % levels }
    }
    guard overlaps else { return }
    // A heading that begins at its unit meets one centred there: three halves of a width.
    let between = Double(levels) * layout.spacing - 8
    let room = layout.isNarrow ? min(between * 2 / 3, layout.width / 2 - 4) : between
    for index in headings.indices { headings[index].shorten(to: room) }
  }

  /// Draws them from the upper edge of the drawing.
  func draw(into svg: inout SVG) {
    for heading in headings {
      let y = 14 + 32 * Double(heading.level)
      svg.text(heading.name, heading.x, y, class: "lab", anchor: heading.anchor)
      svg.text(heading.activation, heading.x, y + 16, class: "tick", anchor: heading.anchor)
    }
  }

  /// On a phone the outer headings begin and end with their units.
  private static func position(
    _ index: Int, _ layout: NetworkLayout
  ) -> (x: Double, anchor: SVG.Anchor) {
    let x = layout.columns[index].x
    guard layout.isNarrow, layout.columns.count > 1 else { return (x, .middle) }
    if index == 0 { return (x - layout.radius, .start) }
    if index == layout.columns.count - 1 { return (x + layout.radius, .end) }
    return (x, .middle)
  }

  private var overlaps: Bool {
    for (index, heading) in headings.enumerated() {
      for other in headings[(index + 1)...] where other.level == heading.level {
        if heading.extent.to + 8 > other.extent.from { return true }
      }
    }
    return false
  }
}
