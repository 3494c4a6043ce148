/// Where the columns and units of a network stand at a given width.
struct NetworkLayout {
  /// A layer's units from top to bottom.
  struct Column {
    /// The centre of its units.
    var x: Double
    /// The drawn units, and the dots between them, with their centres.
    var slots: [(slot: Elision.Slot, y: Double)]
  }

  let width: Double
  let isNarrow: Bool
  /// Whether activations stand in the units.
  let showsValues: Bool
  /// Whether edges are drawn by their weight.
  let showsWeights: Bool
  let isShortened: Bool
  let radius: Double
  let columns: [Column]
  /// The distance between neighbouring columns; the whole width if there is only one.
  let spacing: Double
  /// The upper edge of the tallest column.
  let top: Double
  /// The lower edge of the tallest column.
  let bottom: Double

  /// The layout of at least one layer; headings take the height above `top`.
  init(_ diagram: NetworkDiagram, width: Double, top: Double) {
    let layers = diagram.layers
    let isNarrow = width < 600
    var most = 1
    var hasValues = !layers.isEmpty
    var hasWeights = layers.count > 1
    for (index, layer) in layers.enumerated() {
      most = max(most, layer.units)
      if (layer.values ?? []).count != layer.units { hasValues = false }
      if index > 0, diagram.weights(ofGap: index - 1) == nil { hasWeights = false }
    }
    self.width = width
    self.isNarrow = isNarrow
    self.top = top
    isShortened = most > NetworkDiagram.mostUnits
    showsValues = hasValues && !isShortened
    showsWeights = hasWeights && !isShortened
    radius = showsValues ? (isNarrow ? 18 : 21) : 8
    let pitch = Self.pitch(showsValues: showsValues, isNarrow: isNarrow, most: most)
    let elisions = layers.map { layer in
      Elision(count: layer.units, limit: NetworkDiagram.mostUnits, head: 5, tail: 2)
    }
    var tallest = 1
    for elision in elisions { tallest = max(tallest, elision.slots.count) }
    let height = Double(tallest - 1) * pitch
    bottom = top + height + 2 * radius
    let middle = top + radius + height / 2
    let margins = Self.margins(diagram, radius: radius, isNarrow: isNarrow)
    let gaps = Double(max(1, layers.count - 1))
    let spacing = layers.count > 1 ? (width - margins.left - margins.right) / gaps : width
    self.spacing = spacing
    columns = elisions.indices.map { index in
      Column(
        x: layers.count > 1 ? margins.left + spacing * Double(index) : width / 2,
        slots: Self.slots(elisions[index], middle: middle, pitch: pitch))
    }
  }

  /// The centre of a drawn unit; nil for one that is left out.
  func centre(ofUnit unit: Int, in column: Int) -> Point? {
    for (slot, y) in columns[column].slots where slot == .item(unit) {
      return Point(x: columns[column].x, y: y)
    }
    return nil
  }

  private static func slots(
    _ elision: Elision, middle: Double, pitch: Double
  ) -> [(slot: Elision.Slot, y: Double)] {
    let start = middle - Double(elision.slots.count - 1) / 2 * pitch
    var slots: [(slot: Elision.Slot, y: Double)] = []
    for (index, slot) in elision.slots.enumerated() {
      slots.append((slot: slot, y: start + Double(index) * pitch))
    }
    return slots
  }

  /// The distance of neighbouring units: closer in columns of more than eight, to spare height.
  private static func pitch(showsValues: Bool, isNarrow: Bool, most: Int) -> Double {
    guard showsValues else { return 22 }
    return isNarrow ? (most > 8 ? 42 : 52) : (most > 8 ? 48 : 60)
  }

  /// Room for half a unit and what is written beside it, or half the heading above it.
  private static func margins(
    _ diagram: NetworkDiagram, radius: Double, isNarrow: Bool
  ) -> (left: Double, right: Double) {
    guard !isNarrow, let first = diagram.layers.first, let last = diagram.layers.last else {
      return (radius + 2, radius + 2)
    }
    return (margin(beside: first, radius: radius), margin(beside: last, radius: radius))
  }

  private static func margin(beside layer: NetworkDiagram.Layer, radius: Double) -> Double {
    var margin = radius + 34
    margin = max(margin, layer.name.width(size: 12.5, bold: true) / 2)
    margin = max(margin, layer.activation.width(size: 12) / 2)
    for label in layer.labels {
      margin = max(margin, radius + 10 + label.width(size: 12.5, bold: true))
    }
    return min(margin, 160)
  }
}
