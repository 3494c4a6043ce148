import Notebook

/// The figures of a report as drawings of their own.
struct ReportFigures {
  private let context: PageContext

  init(_ context: PageContext) { self.context = context }

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
    let entry = context.references.blocks[index].figures[position]
    let alternatives = context.report.notebook.blocks[index].options.alternatives
    return DrawingSheet(entry.figure, style: Stylesheet.ofDrawings(context.report.theme)).svg(
      id: entry.anchor,
      alternative: position < alternatives.count ? alternatives[position] : nil)
  }

  /// Whether the figures of a block are shown as tables.
  func isTable(_ index: Int) -> Bool {
    FigureKind(label: context.report.notebook.blocks[index].options.label) == .table
  }
}
