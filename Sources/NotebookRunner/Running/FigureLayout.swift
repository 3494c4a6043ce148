import Experiments
import Notebook
import Plotting

/// How an author wants the drawings of a block laid out on wide pages; phones stack them anyway.
struct FigureLayout: Equatable, Sendable {
  /// The width of a figure, or of a column where there are several, in CSS pixels.
  var width: Double?
  /// The height of a drawing that can choose it, in CSS pixels.
  var height: Double?
  /// How many drawings stand side by side.
  var columns: Int?

  /// As the experiment made it.
  static let own = FigureLayout()

  /// The room between two drawings.
  private static let gap = 32.0
  /// What the page has for wide figures, and for text.
  private static let (page, text) = (912.0, 640.0)
  /// The narrowest drawing.
  private static let least = 200.0

  /// The layout that `#|` options ask for; their inches have 96 px.
  init(_ options: CellOptions) {
    width = options.figureWidth.map { min(Self.page, max(Self.least, 96 * $0)) }
    height = options.figureHeight.map { min(1200, max(120, 96 * $0)) }
    columns = options.layoutColumns
  }

  private init() {}

  /// What a drawing depends on besides the result.
  var keyParts: [KeyPart] {
    let parts = [("width", width), ("height", height), ("columns", columns.map { Double($0) })]
    return parts.compactMap { name, value in
      value.map { KeyPart(name: "layout \(name)", value: "\($0)") }
    }
  }

  /// The width of each of `count` columns.
  private func columnWidth(_ count: Int) -> Double {
    let room = count == 1 ? Self.text : Self.page
    let column = ((room - Self.gap * Double(count - 1)) / Double(count)).rounded(.down)
    return min(width ?? column, column)
  }
}

extension ExperimentResult {
  /// The result with its figures laid out: several figures share the columns, the drawings of one
  /// fill them.
  func arranged(by layout: FigureLayout) -> ExperimentResult {
    guard layout != .own else { return self }
    var result = self
    if figures.count > 1, let columns = layout.columns {
      result.figures = figures.map { layout.cell($0, of: columns) }
    } else if let columns = layout.columns {
      result.figures = figures.map { layout.grid($0, of: columns) }
    } else {
      result.figures = figures.map { layout.sized($0) }
    }
    return result
  }
}

// MARK: - Figures

extension FigureLayout {
  /// The figure as one of several in `columns`: its drawings below each other.
  fileprivate func cell(_ figure: Figure, of columns: Int) -> Figure {
    stacked(figure, in: 1, width: columnWidth(columns))
  }

  /// The figure with its drawings in `columns`.
  fileprivate func grid(_ figure: Figure, of columns: Int) -> Figure {
    var grid = stacked(figure, in: columns, width: columnWidth(columns))
    let total = columnWidth(columns) * Double(columns) + Self.gap * Double(columns - 1)
    grid.width = total > Self.text ? .wide : .text
    return grid
  }

  private func stacked(_ figure: Figure, in columns: Int, width: Double) -> Figure {
    let panels = figure.rows.flatMap { $0.panels }.map { panel in
      panel.sized(width: self.width == nil ? min(width, panel.largest) : width, height: height)
    }
    let key = figure.rows.first?.key.map { $0.sized(width: min(width, $0.wideWidth), height: nil) }
    var figure = figure
    figure.width = .text
    figure.rows = stride(from: 0, to: panels.count, by: columns).map { first in
      Figure.Row(
        Array(panels[first..<min(first + columns, panels.count)]), key: first == 0 ? key : nil)
    }
    return figure
  }

  /// The figure with the width and height that were asked for; drawings side by side share it where
  /// it is enough for them.
  fileprivate func sized(_ figure: Figure) -> Figure {
    var figure = figure
    figure.rows = figure.rows.flatMap { sized($0) }
    if let width { figure.width = width > Self.text ? .wide : .text }
    return figure
  }

  private func sized(_ row: Figure.Row) -> [Figure.Row] {
    let gaps = Self.gap * Double(row.panels.count - 1)
    let own = row.panels.reduce(0) { $0 + $1.wideWidth }
    let scale = width.map { max(0, $0 - gaps) / own } ?? 1
    let isCrowded = row.panels.contains { ($0.wideWidth * scale) < ($0.isKey ? 160 : Self.least) }
    if let width, isCrowded, row.panels.count > 1 {
      return row.panels.enumerated().map { number, panel in
        let size = panel.isKey ? min(panel.wideWidth, width) : width
        return Figure.Row(
          [panel.sized(width: size, height: height)], key: number == 0 ? row.key : nil)
      }
    }
    let panels = row.panels.map { panel in
      panel.sized(width: (panel.wideWidth * scale).rounded(.down), height: height)
    }
    return [Figure.Row(panels, key: row.key)]
  }
}

extension Panel {
  /// A column widens plots and maps, but no keys.
  fileprivate var largest: Double { isKey ? wideWidth : .infinity }
}
