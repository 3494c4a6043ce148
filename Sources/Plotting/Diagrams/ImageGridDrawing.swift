/// Draws rows of images with their labels.
struct ImageGridDrawing {
  /// Between two grids.
  static let pause = 16.0

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
    let side = (width - grid.gap * Double(columns - 1)) / Double(columns)
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

  /// Draws it below what is there, which becomes as much higher.
  ///
  /// - Returns: what the images say under the pointer.
  func draw(into svg: inout SVG) -> [Spot] {
    var spots: [Spot] = []
    let rows = (grid.images.count + columns - 1) / columns
    let pitch = size.height + grid.gap + (lines > 0 ? 10 + 15 * Double(lines) : 0)
    let start = svg.height
    let top = start + heading.height + (heading.height > 0 ? 4 : 1)
    heading.draw(rightEdge: width, from: start, into: &svg)
    for (index, image) in grid.images.enumerated() {
      let x = Double(index % columns) * (size.width + grid.gap)
      let y = top + pitch * Double(index / columns)
      draw(image, x, y, into: &svg)
      let box = Box(left: x, top: y, right: x + size.width, bottom: y + size.height)
      spots.append(
        Spot(
          box: box, name: image.label.isEmpty ? "image \(index + 1)" : image.label,
          rows: image.remark.isEmpty ? [] : [(grid.remark, image.remark)]))
    }
    svg.height = top + pitch * Double(rows) - grid.gap + 2
    return spots
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
