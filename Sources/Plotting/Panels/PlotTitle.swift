/// The title of an axis in lines that fit: bold words, and the unit muted after them.
struct PlotTitle: Sendable {
  /// A line of it.
  struct Line: Sendable {
    var words: Text
    var remark: Text
  }

  /// The distance of two lines in pixels.
  static let pitch = 16.0

  /// From top to bottom.
  private(set) var lines: [Line] = []

  /// The title of an axis within `width` pixels.
  init(_ axis: Axis, within width: Double) {
    for words in axis.title.wrapped(to: width, size: 12.5, bold: true) {
      lines.append(Line(words: words, remark: ""))
    }
    guard !axis.remark.isEmpty else { return }
    if let last = lines.last, PlotTitle.width(last.words, axis.remark) <= width {
      lines[lines.count - 1].remark = axis.remark
      return
    }
    for remark in axis.remark.wrapped(to: width, size: 12, bold: false) {
      lines.append(Line(words: "", remark: remark))
    }
  }

  /// The room beyond that of a single line.
  var extraHeight: Double { PlotTitle.pitch * Double(max(0, lines.count - 1)) }

  /// Draws the lines, the first baseline at `y`.
  ///
  /// - Returns: the room that they take.
  func draw(_ x: Double, _ y: Double, anchor: SVG.Anchor, on svg: inout SVG) -> [Box] {
    var boxes: [Box] = []
    for (number, line) in lines.enumerated() {
      let baseline = y + PlotTitle.pitch * Double(number)
      svg.label(line.words, remark: line.remark, x, baseline, anchor: anchor)
      let width = PlotTitle.width(line.words, line.remark)
      let left = anchor == .end ? x - width : x
      boxes.append(Box(left: left, top: baseline - 10, right: left + width, bottom: baseline + 3))
    }
    return boxes
  }

  private static func width(_ words: Text, _ remark: Text) -> Double {
    let remarkWidth = remark.isEmpty ? 0 : remark.width(size: 12)
    let gap = words.isEmpty || remark.isEmpty ? 0.0 : 8
    return words.width(size: 12.5, bold: true) + gap + remarkWidth
  }
}

extension SVG {
  /// Adds an axis title: bold, with its unit muted after it.
  mutating func label(
    _ title: Text, remark: Text, _ x: Double, _ y: Double, anchor: Anchor = .start
  ) {
    guard !title.isEmpty else { return text(remark, x, y, class: "tick", anchor: anchor) }
    var content = Text()
    content.append(escaped: title)
    if !remark.isEmpty {
      content += "<tspan class=\"unit\" dx=\"8\">"
      content.append(escaped: remark)
      content += "</tspan>"
    }
    text(markup: content, x, y, class: "lab", anchor: anchor)
  }
}
