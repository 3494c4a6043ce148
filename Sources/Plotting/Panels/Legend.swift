/// A mark and what it means.
public struct LegendEntry: Sendable {
  /// What it means.
  public internal(set) var text: Text
  /// Draws the mark with its middle at a point, at most 24 px wide.
  var sample: @Sendable (inout SVG, Point) -> Void
  /// The width of the mark.
  var sampleWidth: Double
  /// The series that it stands for; nil for what is none.
  public internal(set) var series: Text?

  /// The width of mark and text.
  var width: Double { sampleWidth + 6 + text.width(size: 12) }

  /// A line of a style.
  public static func line(_ style: Style, _ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        var path = Path()
        path.move(middle.x - 12, middle.y)
        path.line(middle.x + 12, middle.y)
        svg.stroke(path, style)
      }, sampleWidth: 24, series: text)
  }

  /// The data points of a class.
  public static func point(_ label: Int, of classes: Int, _ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        svg.points([ClassPoint(place: middle, label: label)], classes: classes)
      }, sampleWidth: 8, series: .class(label))
  }

  /// The short dash that stands for structurally nothing, as under a mask.
  public static func nothing(_ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        var path = Path()
        path.move(middle.x - 3, middle.y)
        path.line(middle.x + 3, middle.y)
        svg.path(path, class: "msk")
      }, sampleWidth: 6)
  }

  /// A see-through dot of a style.
  public static func dot(_ style: Style, _ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        var path = Path()
        path.dot(middle.x, middle.y)
        svg.path(path, class: "pts", style: "stroke:" + style.colour)
      }, sampleWidth: 8, series: text)
  }

  /// A filled area of a style: a band, a bar.
  public static func area(_ style: Style, _ text: Text) -> LegendEntry {
    LegendEntry(
      text: text,
      sample: { svg, middle in
        svg.rectangle(
          middle.x - 7, middle.y - 5, width: 14, height: 10, style: "fill:" + style.colour)
      }, sampleWidth: 14, series: text)
  }
}

extension Panel {
  /// A legend for marks without an end to label: one or more rows of at most 350 px above panels.
  public static func legend(_ entries: [LegendEntry], title: Text = "") -> Panel {
    var summary = Text()
    for (index, entry) in entries.enumerated() {
      if index > 0 { summary += ", " }
      summary += entry.text
    }
    var key = Panel(title: "Key", summary: summary, wideWidth: 350, narrowWidth: nil) { width, _ in
      let layout = LegendLayout(entries, title: title, width: width)
      var svg = SVG(width: width, height: LegendLayout.pitch * Double(layout.count) + 1)
      layout.draw(atY: 0, on: &svg)
      return svg
    }
    key.isKey = true
    return key
  }
}

/// Entries of a legend in rows.
struct LegendLayout {
  /// The height of a row in pixels.
  static let pitch = 17.0

  /// The number of rows.
  private(set) var count = 1
  private let title: Text
  private var places: [(entry: LegendEntry, x: Double, row: Int)] = []

  /// Fills rows of `width` from the left, the title before the first.
  init(_ entries: [LegendEntry], title: Text, width: Double) {
    self.title = title
    let indent = title.isEmpty ? 0 : title.width(size: 12.5, bold: true) + 14
    var x = indent
    for entry in entries {
      if x > indent, x + entry.width > width {
        x = indent
        count += 1
      }
      places.append((entry, x + entry.sampleWidth / 2, count - 1))
      x += entry.width + 18
    }
  }

  /// Draws the rows, the upper edge of the first at `y`.
  func draw(atY y: Double, on svg: inout SVG) {
    if !title.isEmpty { svg.text(title, 0, y + 12, class: "lab") }
    for (entry, x, row) in places { svg.add(entry, x, y + LegendLayout.pitch * Double(row) + 12) }
  }
}

extension SVG {
  /// Draws a legend's entry: the middle of its mark at `x`, the baseline of its text at `y`.
  mutating func add(_ entry: LegendEntry, _ x: Double, _ y: Double) {
    series(entry.series, isKey: true) { svg in
      entry.sample(&svg, Point(x: x, y: y - 4))
      svg.text(entry.text, x + entry.sampleWidth / 2 + 6, y, class: "tick")
    }
  }
}
