/// Draws rows of images with their labels.
struct ImageGridDrawing {
  private static let gap = 12.0

  private let grid: ImageGrid
  private let heading: CellHeading
  private let width: Double
  private let columns: Int
  private let size: (width: Double, height: Double)
  /// Whether label and remark stand in one line.
  private let isOneLine: Bool
  /// The lines below an image.
  private let lines: Int

  /// The drawing of `grid` with `columns` images in a row.
  init(_ grid: ImageGrid, columns: Int, width: Double) {
    self.grid = grid
    self.width = width
    let columns = max(1, columns)
    self.columns = columns
    heading = CellHeading(name: grid.name, remark: grid.remark, width: width)
    let side = (width - Self.gap * Double(columns - 1)) / Double(columns)
    size = (side, side * Double(grid.imageHeight) / Double(grid.imageWidth))
    isOneLine = grid.images.allSatisfy { image in
      image.label.width(size: 12) + image.remark.width(size: 12) + 8 <= side
    }
    var lines = 0
    for image in grid.images {
      let label = Self.lines(of: image.label, in: side).count
      let remark = image.remark.isEmpty ? 0 : 1
      lines = max(lines, isOneLine ? max(label, remark) : label + remark)
    }
    self.lines = lines
  }

  /// The elements.
  var drawing: SVG {
    let rows = (grid.images.count + columns - 1) / columns
    let pitch = size.height + Self.gap + (lines > 0 ? 10 + 15 * Double(lines) : 0)
    let top = heading.height + (heading.height > 0 ? 4 : 1)
    var svg = SVG(width: width, height: max(20, top + pitch * Double(rows) - Self.gap + 2))
    heading.draw(rightEdge: width, into: &svg)
    for (index, image) in grid.images.enumerated() {
      draw(
        image, Double(index % columns) * (size.width + Self.gap),
        top + pitch * Double(index / columns), into: &svg)
    }
    return svg
  }

  private func draw(_ image: ImageGrid.Image, _ x: Double, _ y: Double, into svg: inout SVG) {
    svg.raw(element(image, x, y))
    svg.rectangle(x, y, width: size.width, height: size.height, class: "frame")
    var baseline = y + size.height + 18
    for line in Self.lines(of: image.label, in: size.width) {
      svg.text(line, x, baseline, class: "dl")
      baseline += 15
    }
    let remark = image.remark.truncated(to: size.width, size: 12)
    guard !remark.isEmpty else { return }
    if isOneLine {
      svg.text(
        remark, x + size.width, y + size.height + 18, class: "tick", anchor: .end)
    } else {
      svg.text(remark, x, baseline, class: "tick")
    }
  }

  /// A label in three lines at most.
  private static func lines(of label: Text, in width: Double) -> [Text] {
    [Text](label.lines(of: width, size: 12).prefix(3))
  }

  /// The `<image>` element, which holds the pixels as a PNG.
  private func element(_ image: ImageGrid.Image, _ x: Double, _ y: Double) -> Text {
    let png = PNG.grey(image.pixels, width: grid.imageWidth, height: grid.imageHeight)
    var element: Text = "<image class=\"px\" x=\""
    element.append(coordinate: x)
    element += "\" y=\""
    element.append(coordinate: y)
    element += "\" width=\""
    element.append(coordinate: size.width)
    element += "\" height=\""
    element.append(coordinate: size.height)
    element += "\" href=\"data:image/png;base64,"
    element += .base64(png)
    element += "\"/>"
    return element
  }
}
