/// What stands above a grid: its name with a remark, and below that what rows and columns are.
struct CellHeading {
  private struct Label {
    var text: Text
    var isName: Bool
    var isRight: Bool
    var baseline: Double
  }

  private var labels: [Label] = []
  /// The height of its lines.
  private(set) var height = 0.0

  /// The heading; the remark moves to a line of its own where it does not fit beside the name, and
  /// the same for `right` beside `left`.
  init(name: Text, remark: Text, left: Text = "", right: Text = "", width: Double) {
    add(name, remark, isName: true, width: width)
    add(left, right, isName: false, width: width)
  }

  /// Draws it from `top` on, its remarks ending at `rightEdge`.
  func draw(rightEdge: Double, from top: Double = 0, into svg: inout SVG) {
    for label in labels {
      svg.text(
        label.text, label.isRight ? rightEdge : 0, top + label.baseline,
        class: label.isName ? "ttl" : "tick", anchor: label.isRight ? .end : .start)
    }
  }

  private mutating func add(_ first: Text, _ second: Text, isName: Bool, width: Double) {
    let first = first.truncated(to: width, size: isName ? 13 : 12, bold: isName)
    let second = second.truncated(to: width, size: 12)
    let together =
      first.width(size: isName ? 13 : 12, bold: isName) + 12 + second.width(size: 12)
    if !first.isEmpty { addLine(first, isName: isName, isRight: false) }
    guard !second.isEmpty else { return }
    if !first.isEmpty, together <= width {
      labels.append(Label(text: second, isName: false, isRight: true, baseline: height - 8))
    } else {
      addLine(second, isName: false, isRight: false)
    }
  }

  private mutating func addLine(_ text: Text, isName: Bool, isRight: Bool) {
    height += 22
    labels.append(Label(text: text, isName: isName, isRight: isRight, baseline: height - 8))
  }
}
