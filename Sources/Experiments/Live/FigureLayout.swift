import Plotting

/// How the drawings of a block are laid out on wide pages; phones stack them anyway.
///
/// The host and the page lay out alike, so that a drawing is the same wherever it is made.
public struct FigureLayout: Equatable, Sendable {
  /// The width of a figure, or of a column where there are several, in CSS pixels.
  public var width: Double?
  /// The height of a drawing that can choose it, in CSS pixels.
  public var height: Double?
  /// How many drawings stand side by side.
  public var columns: Int?
  /// What stands at the right of the first figure, which is then as wide as text.
  public var controls = Controls.none

  /// Controls of a live figure.
  public enum Controls: Sendable {
    case none
    /// As high as a drawing.
    case few
    /// Higher: drawings stand below each other beside them.
    case many
  }

  /// As the experiment made it.
  public static let own = FigureLayout()

  /// The room between two drawings.
  private static let gap = 32.0
  /// What the page has for wide figures, and for text.
  private static let (page, text) = (912.0, 640.0)
  /// The narrowest drawing, and the narrowest of two beside controls.
  private static let (least, leastOfTwo) = (200.0, 252.0)

  /// A layout; sizes that a page has no room for become the nearest ones that it has.
  public init(
    width: Double? = nil, height: Double? = nil, columns: Int? = nil,
    controls: Controls = .none
  ) {
    self.width = width.map { min(Self.page, max(Self.least, $0)) }
    self.height = height.map { min(1200, max(120, $0)) }
    self.columns = columns.map { min(12, max(1, $0)) }
    self.controls = controls
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
  public func arranged(by layout: FigureLayout) -> ExperimentResult {
    guard layout != .own else { return self }
    var result = self
    if figures.count > 1, let columns = layout.columns {
      result.figures = figures.map { layout.cell($0, of: columns) }
    } else if let columns = layout.columns {
      result.figures = figures.map { layout.grid($0, of: columns) }
    } else {
      result.figures = figures.map { layout.sized($0) }
      if layout.controls != .none, !figures.isEmpty {
        result.figures[0] = layout.besideControls(result.figures[0])
      }
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
    guard width != nil || height != nil else { return figure }
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

// MARK: - Beside controls

extension FigureLayout {
  /// The figure as wide as text, at most two drawings in a row, or one beside many controls.
  fileprivate func besideControls(_ figure: Figure) -> Figure {
    guard figure.width == .wide, width == nil else { return figure }
    var figure = figure
    figure.width = .text
    figure.rows = figure.rows.flatMap { row -> [Figure.Row] in
      let (panels, count) = (row.panels, controls == .many ? 1 : 2)
      return stride(from: 0, to: panels.count, by: count).map { first in
        let part = Array(panels[first..<min(first + count, panels.count)])
        return Figure.Row(sharing(part), key: first == 0 ? row.key : nil)
      }
    }
    return figure
  }

  /// One drawing or two with the room of text, in proportion to what they would like.
  private func sharing(_ panels: [Panel]) -> [Panel] {
    let room = Self.text - Self.gap * Double(panels.count - 1)
    let own = panels.reduce(0) { $0 + $1.wideWidth }
    guard panels.count == 2 else {
      let growth = controls == .many ? 1.4 : 1
      return panels.map { panel in
        let width = min(room, (panel.wideWidth * growth).rounded(.down))
        return panel.isKey || width == panel.wideWidth
          ? panel : panel.sized(width: width, height: height)
      }
    }
    guard own > room else { return panels }
    // Plots side by side are as high as each other; other drawings have a height of their own.
    let shared = height ?? (panels.allSatisfy { $0.hasFreeHeight } ? 300 : nil)
    let first = (room * panels[0].wideWidth / own).rounded(.down)
    let width = min(max(first, Self.leastOfTwo), room - Self.leastOfTwo)
    return [
      panels[0].sized(width: width, height: shared),
      panels[1].sized(width: room - width, height: shared),
    ]
  }
}

extension Panel {
  /// A column widens plots and maps, but no keys.
  fileprivate var largest: Double { isKey ? wideWidth : .infinity }
}
