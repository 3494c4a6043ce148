/// The colour, width and dash of a mark; which colour means what is look.md's rule, not a taste.
public struct Style: Sendable {
  /// The colour as CSS: `var(--c1)`.
  var colour: Text
  /// The colour of text beside the mark, dark enough to read.
  var textColour: Text
  /// The `stroke-dasharray`; empty is solid.
  var dash: StaticString = ""
  /// The shape at data points.
  var marker: Marker = .circle
  /// Stroke width in pixels; nil is 1.5.
  var width: Double?
  /// Whether it is drawn on top, in the highlight's weight.
  var isChosen = false
  /// Whether a dash is only the second cue to the colour, so that markers can replace it.
  var hasMarkers = false
}

extension Style {
  /// The category of an index from 0 to 7, blue first; a marker or dash is its second cue.
  ///
  /// More than eight categories belong in several panels; further indices start again.
  public static func category(_ index: Int) -> Style {
    let place = Int(index.magnitude % 8)
    let number = place + 1
    return Style(
      colour: "var(--c\(number))", textColour: "var(--c\(number)t)", dash: dashes[place],
      marker: Marker.all[place], hasMarkers: true)
  }

  /// Step `step` (from 0) of `count` in an ordered series: rates, depths, epochs.
  public static func ordered(_ step: Int, of count: Int) -> Style {
    let share = Double(min(max(step, 0), count)) / Double(max(1, count - 1))
    let stop = min(8, 4 + Int((4 * share).rounded(.toNearestOrEven)))
    return Style(colour: "var(--s\(stop))", textColour: "var(--s\(max(5, stop)))")
  }

  /// The best or chosen one: orange, heavy, on top. One in a figure.
  public static let chosen = Style(
    colour: "var(--c2)", textColour: "var(--c2t)", width: 2.75, isChosen: true)

  /// The training curve of the only network in the plot.
  public static let train = train(0)

  /// The validation curve of the only network in the plot: the same hue, dashed.
  public static let validation = validation(0)

  /// The training curve of network `hue`, 0 to 7.
  public static func train(_ hue: Int) -> Style {
    var style = category(hue)
    style.dash = ""
    style.hasMarkers = false
    return style
  }

  /// The validation curve of network `hue`: its training curve's hue, dashed.
  public static func validation(_ hue: Int) -> Style {
    var style = train(hue)
    style.dash = "7 3"
    return style
  }

  /// What data are compared with: a thin dashed grey.
  public static let reference = Style(
    colour: "var(--rule2)", textColour: "var(--ink2)", dash: "4 3", width: 1)

  /// What failed.
  public static let bad = Style(colour: "var(--bad)", textColour: "var(--bad)", dash: "4 3")

  /// A function or boundary in the colour of text.
  public static let ink = Style(colour: "var(--ink)", textColour: "var(--ink)")

  /// A value of a sign: blue and solid if positive, orange and dashed if negative.
  public static func sign(_ value: Double) -> Style {
    value < 0
      ? Style(colour: "var(--d0)", textColour: "var(--d0)", dash: "5 3")
      : Style(colour: "var(--d8)", textColour: "var(--d8)")
  }

  private static let dashes: [StaticString] = [
    "", "7 3", "2 3", "9 3 2 3", "4 2", "12 3", "6 2 2 2 2 2", "1 2",
  ]

  /// The CSS of a stroke in this style.
  func stroke(dashed: Bool = true) -> Text {
    var css: Text = "stroke:" + colour
    if let width, !isChosen {
      css += ";stroke-width:"
      css.append(coordinate: width)
    }
    if dashed, dash.utf8CodeUnitCount > 0 { css += ";stroke-dasharray:\(dash)" }
    return css
  }
}

extension SVG {
  /// Draws a line in a style.
  mutating func stroke(_ path: Path, _ style: Style, dashed: Bool = true) {
    self.path(
      path, class: style.isChosen ? "ln best" : "ln",
      style: style.isChosen ? "" : style.stroke(dashed: dashed))
  }
}
