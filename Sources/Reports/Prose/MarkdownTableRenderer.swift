import Notebook

/// Writes a table of the prose.
struct MarkdownTableRenderer {
  let inline: InlineRenderer

  /// The table in a box that scrolls sideways where the page is too narrow.
  func html(_ header: [[Inline]], _ alignments: [ColumnAlignment], _ rows: [[[Inline]]]) -> HTML {
    let head = cells(header, alignments, "th scope=\"col\"", "th")
    let body = rows.map { row -> HTML in "<tr>\(cells(row, alignments, "td", "td"))</tr>" }
    let lines = body.joined(separator: "\n")
    // What can be scrolled by keyboard has a name: that of its first columns.
    let name = header.prefix(3).map(\.plainText).joined(separator: ", ")
    return """
      <div class="tw prose" tabindex="0" role="group" aria-label="Table: \(name)"><table><thead><tr>\(head)</tr></thead><tbody>
      \(lines)
      </tbody></table></div>
      """
  }

  private func cells(
    _ cells: [[Inline]], _ alignments: [ColumnAlignment], _ open: HTML, _ close: HTML
  ) -> HTML {
    cells.enumerated().map { column, cell -> HTML in
      let alignment = column < alignments.count ? alignments[column] : .natural
      return "<\(open)\(name(alignment))>\(inline.html(cell))</\(close)>"
    }.joined()
  }

  private func name(_ alignment: ColumnAlignment) -> HTML {
    switch alignment {
    case .natural, .left: ""
    case .center: " class=\"c\""
    case .right: " class=\"r\""
    }
  }
}
