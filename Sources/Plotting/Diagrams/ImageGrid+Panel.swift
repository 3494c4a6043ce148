extension Panel {
  /// A grid of images with crisp pixels, `columns` in a row and four on a phone.
  public static func imageGrid(_ grid: ImageGrid) -> Panel {
    Panel(
      title: grid.title, summary: grid.summary, wideWidth: grid.width,
      narrowWidth: grid.width > 350 ? 350 : nil
    ) { width, _ in
      let columns = width < grid.width ? min(4, grid.columns) : grid.columns
      return ImageGridDrawing(grid, columns: columns, width: width).drawing
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
