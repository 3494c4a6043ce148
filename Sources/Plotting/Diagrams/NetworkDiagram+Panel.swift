extension Panel {
  /// A network as columns of units, 640 px wide and 350 on a phone; blocks beyond eight layers.
  ///
  /// Layers of more than twelve units show five, three dots and two; then, as without weights, all
  /// edges are alike and units are empty.
  public static func network(_ diagram: NetworkDiagram) -> Panel {
    Panel(
      title: diagram.title, summary: diagram.summary, wideWidth: 640, narrowWidth: 350
    ) { width, _ in
      if diagram.layers.count > NetworkDiagram.mostColumns {
        return NetworkBlocks(diagram, width: width).drawing
      }
      return NetworkDrawing(diagram, width: width).drawing
    }
  }
}

extension NetworkDiagram {
  /// Beyond so many layers units are not drawn.
  static let mostColumns = 8
  /// Beyond so many units a layer is shortened.
  static let mostUnits = 12

  /// The parameters between layer `gap` and the next one.
  func parameters(ofGap gap: Int) -> Int64 {
    let (before, after) = (layers[gap], layers[gap + 1])
    if let parameters = after.parameters { return Int64(parameters) }
    let (inputs, outputs) = (Int64(before.units), Int64(after.units))
    return inputs * outputs + (hasBias ? outputs : 0)
  }

  /// All parameters.
  var parameters: Int64 {
    var sum: Int64 = 0
    for gap in layers.indices.dropLast() { sum += parameters(ofGap: gap) }
    return sum
  }

  /// The weights of a gap, if there is one for each edge.
  func weights(ofGap gap: Int) -> [Double]? {
    guard gap < weights.count else { return nil }
    let expected = Int64(layers[gap].units) * Int64(layers[gap + 1].units)
    return Int64(weights[gap].count) == expected ? weights[gap] : nil
  }

  /// The count as it is spelled below a gap: `3·4 + 4 = 16`.
  func arithmetic(ofGap gap: Int) -> Text {
    let total = parameters(ofGap: gap)
    guard layers[gap + 1].parameters == nil else { return .count(total) }
    let (inputs, outputs) = (Int64(layers[gap].units), Int64(layers[gap + 1].units))
    let product = Text.count(inputs) + "·" + Text.count(outputs)
    return hasBias
      ? product + " + " + Text.count(outputs) + " = " + Text.count(total)
      : product + " = " + Text.count(total)
  }

  fileprivate var title: Text {
    var sizes: [Text] = []
    for layer in layers { sizes.append("\(layer.units)") }
    return "Network " + Text.joined(sizes, separator: ", ")
  }

  fileprivate var summary: Text {
    var text: Text = "\(layers.count) layers, "
    text += Text.count(parameters) + " parameters."
    if layers.count > 1, let first = layers.first, let last = layers.last {
      text += Self.sentence("Inputs", first.values)
      text += Self.sentence("Outputs", last.values)
    }
    return text
  }

  private static func sentence(_ subject: StaticString, _ values: [Double]?) -> Text {
    guard let values, !values.isEmpty, values.count <= mostUnits else { return "" }
    var numbers: [Text] = []
    for value in values { numbers.append("\(value, decimals: 2)") }
    return " \(subject) " + Text.joined(numbers, separator: ", ") + "."
  }
}

extension Text {
  /// A whole number that may not fit into the 32 bits of `Int` in the browser.
  static func count(_ number: Int64) -> Text {
    var text = Text()
    text.append(number)
    return text
  }
}
