/// The steps of a colour scale with three labels.
public struct ColourBar: Sendable {
  /// A scale of colours.
  public enum Ramp: Sendable {
    /// Nine stops from paper to ink: amounts.
    case sequential
    /// Nine stops from orange over paper to blue: signed values.
    case diverging
    /// Eight tints of probability, with the boundary in the middle.
    case probability
    /// Seven tints of a loss terrain, low first.
    case terrain

    var count: Int {
      switch self {
      case .sequential, .diverging: 9
      case .probability: 8
      case .terrain: 7
      }
    }

    var letter: StaticString {
      switch self {
      case .sequential: "s"
      case .diverging: "d"
      case .probability: "m"
      case .terrain: "t"
      }
    }
  }

  /// What the colours show, at the left: "weight".
  public var title: Text
  /// The colours.
  public var ramp: Ramp
  /// What stands below the first step, the middle and the last step.
  public var labels: [Text]

  /// A colour bar; `labels` are those of the lower end, the middle and the upper end.
  public init(_ title: Text, ramp: Ramp, labels: [Text]) {
    self.title = title
    self.ramp = ramp
    self.labels = labels
  }
}

extension Panel {
  /// A colour bar for a row of panels, with optional keys to their marks beside it; 350 px wide.
  public static func colourBar(_ bar: ColourBar, entries: [LegendEntry] = []) -> Panel {
    Panel(title: "Key: " + bar.title, summary: bar.title, wideWidth: 350, narrowWidth: nil) {
      width in
      var svg = SVG(width: width, height: 34)
      let right = svg.add(bar)
      for (index, entry) in entries.enumerated() {
        svg.add(entry, right + 31, 11 + 17 * Double(index))
      }
      return svg
    }
  }

  /// The key of decision maps: the tints of probability, and the marks of both classes.
  public static func decisionMapKey(
    title: Text = "P(class 1)", classes: (Text, Text) = ("class 0", "class 1")
  ) -> Panel {
    colourBar(
      ColourBar(title, ramp: .probability, labels: ["0", "0.5", "1"]),
      entries: [.point(0, of: 2, classes.0), .point(1, of: 2, classes.1)])
  }
}

extension SVG {
  /// Draws a colour bar at the top left.
  ///
  /// - Returns: its right end.
  fileprivate mutating func add(_ bar: ColourBar) -> Double {
    let left = max(76, bar.title.width(size: 12.5, bold: true) + 10)
    let step = bar.ramp.count > 8 ? 18.0 : 20
    let width = step * Double(bar.ramp.count)
    text(bar.title, 0, 12, class: "lab")
    for index in 0..<bar.ramp.count {
      rectangle(
        left + step * Double(index), 2, width: step, height: 10,
        style: "fill:var(--\(bar.ramp.letter)\(index))")
    }
    if case .probability = bar.ramp {
      line(left + width / 2, 0, left + width / 2, 14, class: "bound")
    }
    for (index, label) in bar.labels.enumerated() {
      let share = Double(index) / Double(max(1, bar.labels.count - 1))
      text(label, left + share * width, 27, class: "tick", anchor: .middle)
    }
    return left + width
  }
}
