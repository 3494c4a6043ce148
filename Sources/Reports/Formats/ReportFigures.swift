import Notebook

/// The figures of a report as drawings of their own.
struct ReportFigures {
  private let context: PageContext
  private let style: DrawingStyle

  init(_ context: PageContext) {
    self.context = context
    style = Stylesheet.ofDrawings(context.report.theme)
  }

  /// One a figure that is shown, tables apart: its file's name and the drawing.
  var files: [(name: String, svg: String)] {
    let blocks = context.references.blocks
    return blocks.indices.filter { !isTable($0) }.flatMap { index in
      blocks[index].figures.indices.map { position in
        (blocks[index].figures[position].anchor + ".svg", svg(index, position))
      }
    }
  }

  /// The drawing of a figure of a block.
  func svg(_ index: Int, _ position: Int) -> String {
    let alternatives = context.report.notebook.blocks[index].options.alternatives
    return sheet(index, position).svg(
      id: context.references.blocks[index].figures[position].anchor,
      alternative: position < alternatives.count ? alternatives[position] : nil)
  }

  func sheet(_ index: Int, _ position: Int) -> DrawingSheet {
    DrawingSheet(context.references.blocks[index].figures[position].figure, style: style)
  }

  /// Whether the figures of a block are shown as tables.
  func isTable(_ index: Int) -> Bool {
    FigureKind(label: context.report.notebook.blocks[index].options.label) == .table
  }
}
