/// A numbered figure as a value: rows of panels, what to say under them, and the numbers shown.
public struct Figure: Sendable {
  /// The two widths of a page's figures.
  public enum Width: Sendable {
    /// 640 px, the width of the text.
    case text
    /// 912 px, text and margin: several panels, or diagrams.
    case wide
  }

  /// Panels side by side.
  public struct Row: Sendable {
    /// A legend or colour bar above the panels.
    public var key: Panel?
    /// From left to right; stacked on a phone.
    public var panels: [Panel]

    /// A row of panels, with an optional legend or colour bar above them.
    public init(_ panels: [Panel], key: Panel? = nil) {
      self.panels = panels
      self.key = key
    }
  }

  /// What distinguishes the figures of one experiment: "curves", "maps". ASCII, no spaces.
  public var name: Text
  /// The page width it takes.
  public var width: Width
  /// From top to bottom.
  public var rows: [Row]
  /// What to see, then how to read it, in at most 60 words; used where the author gives none.
  public var caption: Text
  /// The numbers behind the figure.
  public var table: Table

  /// A figure.
  public init(
    _ name: Text, width: Width, rows: [Row], caption: Text, table: Table
  ) {
    self.name = name
    self.width = width
    self.rows = rows
    self.caption = caption
    self.table = table
  }

  /// What stands below one drawing of several: "(a) at a small rate".
  public struct Subcaption: Sendable {
    /// The id of the drawing with its caption, unique in the page.
    public var id: Text
    /// The words as HTML.
    public var markup: Text

    /// A caption of a drawing.
    public init(id: Text, markup: Text) {
      self.id = id
      self.markup = markup
    }
  }

  /// Which of the two drawings of a panel.
  public enum Drawings: Sendable {
    case both, wide, narrow
  }

  /// The drawings as HTML: `<div class="panels">` grids of `<svg>` elements.
  ///
  /// - Parameters:
  ///   - id: unique in the page; all ids inside begin with it.
  ///   - subcaptions: for the drawings that are no keys, in their order; there may be fewer.
  ///   - drawings: a page in use may do with those that are shown.
  public func markup(
    id: Text, subcaptions: [Subcaption] = [], _ drawings: Drawings = .both
  ) -> Text {
    var markup = Text()
    markup.reserve(1 << 15)
    var open = subcaptions[...]
    let stacked = rows.count > 1
    if stacked {
      markup += "<div class=\"panels\" style=\"grid-template-columns:minmax(0,1fr)\">"
    }
    for (number, row) in rows.enumerated() {
      write(row, id: "\(id)-\(number)", &open, drawings, into: &markup)
    }
    if stacked { markup += "</div>" }
    return markup
  }

  private func write(
    _ row: Row, id: Text, _ open: inout ArraySlice<Subcaption>, _ drawings: Drawings,
    into markup: inout Text
  ) {
    guard let key = row.key else {
      return writePanels(row, id: id, &open, drawings, into: &markup)
    }
    markup += "<div class=\"keyed\">"
    key.write(id: id + "-key", drawings, into: &markup)
    writePanels(row, id: id, &open, drawings, into: &markup)
    markup += "</div>"
  }

  private func writePanels(
    _ row: Row, id: Text, _ open: inout ArraySlice<Subcaption>, _ drawings: Drawings,
    into markup: inout Text
  ) {
    if row.panels.count == 1, open.isEmpty {
      row.panels[0].write(id: id, drawings, into: &markup)
      return
    }
    markup += "<div class=\"panels\" style=\"grid-template-columns:"
    var total = -32.0
    for (number, panel) in row.panels.enumerated() {
      if number > 0 { markup += " " }
      markup += "minmax(0,"
      markup.append(coordinate: panel.wideWidth)
      markup += "fr)"
      total += panel.wideWidth + 32
    }
    // On paper there is less room than on a page, and all shrink alike.
    if total < (width == .wide ? 912 : 640) {
      markup += ";max-width:"
      markup.append(coordinate: total)
      markup += "px"
    }
    markup += "\">"
    for (number, panel) in row.panels.enumerated() {
      let caption = panel.isKey ? nil : open.popFirst()
      markup += caption.map { "<div class=\"sub\" id=\"\($0.id)\">" } ?? "<div>"
      panel.write(id: "\(id)-\(number)", drawings, into: &markup)
      if let caption { markup += "<div class=\"subcap\">\(caption.markup)</div>" }
      markup += "</div>"
    }
    markup += "</div>"
  }
}
