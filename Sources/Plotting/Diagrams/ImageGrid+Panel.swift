extension Panel {
  /// A grid of images with crisp pixels, `columns` in a row, and on a phone `narrowColumns`.
  public static func imageGrid(_ grid: ImageGrid) -> Panel { imageGrids([grid]) }

  /// Several grids below each other, as wide as the first one.
  ///
  /// - Precondition: there is a grid.
  public static func imageGrids(_ grids: [ImageGrid]) -> Panel {
    let wide = grids[0].width
    return Panel(
      title: Text.joined(grids.map { $0.title }, separator: "; "),
      summary: Text.joined(grids.map { $0.summary }, separator: " "), wideWidth: wide,
      narrowWidth: wide > 350 ? 350 : nil
    ) { width, _ in
      var svg = SVG(width: width, height: 0)
      var spots: [Spot] = []
      for (number, grid) in grids.enumerated() {
        let columns = width < wide ? min(grid.narrowColumns, grid.columns) : grid.columns
        if number > 0 { svg.height += ImageGridDrawing.pause }
        spots += ImageGridDrawing(grid, columns: columns, width: width).draw(into: &svg)
      }
      svg.height = max(20, svg.height)
      svg.addSpots(spots)
      return svg
    }
  }
}

extension ImageGrid {
  fileprivate var title: Text { name.isEmpty ? "\(images.count) images" : name }

  /// The size and the first labels.
  fileprivate var summary: Text {
    var text: Text = "\(images.count) images of \(imageWidth) × \(imageHeight) pixels."
    var labels: [Text] = []
    for image in images.prefix(8) where !image.label.isEmpty { labels.append(image.label) }
    if !labels.isEmpty { text += " Labels: " + Text.joined(labels, separator: ", ") + "." }
    return text
  }
}
