import Notebook
import Plotting

/// Writes the figures of a block: drawing, caption, claims, tools.
struct FigureRenderer {
  let context: PageContext
  /// The block, an index into the notebook's.
  let block: Int

  /// The figure at `position` among the block's, with the block's claims and source if it is the
  /// one to carry them.
  func html(_ position: Int, claims: HTML, source: HTML) -> HTML {
    let entry = context.references.blocks[block].figures[position]
    let name: HTML = entry.figure.width == .wide ? "figure wide" : "figure"
    // Claims and tools stand outside of <figure>, in which a caption must come last.
    return """
      <div class="\(name)" id="\(entry.anchor)"><figure>\(content(entry, position))
      \(caption(entry, position))</figure>
      \(claims)\(tools(entry, source))</div>
      """
  }

  private var options: CellOptions { context.report.notebook.blocks[block].options }

  private var captions: [[Inline]] { context.report.notebook.blocks[block].captions }

  private var isTable: Bool { FigureKind(label: options.label) == .table }

  private func content(_ entry: CrossReferences.NumberedFigure, _ position: Int) -> HTML {
    if isTable { return DataTableRenderer(entry.figure.table).html(label: entry.name) }
    let markup = HTML(raw: String(entry.figure.markup(id: Text(Array(entry.anchor.utf8)))))
    guard position < options.alternatives.count else { return markup }
    // One text for the whole figure, in place of those of its panels.
    return "<div role=\"img\" aria-label=\"\(options.alternatives[position])\">\(markup)</div>"
  }

  private func caption(_ entry: CrossReferences.NumberedFigure, _ position: Int) -> HTML {
    let text: HTML =
      position < captions.count
      ? InlineRenderer(context: context).html(captions[position])
      : "\(entry.figure.caption)"
    let pill = ProfilePill.html(context.report.provenance)
    return "<figcaption>\(pill)<b>\(entry.name).</b> \(text)</figcaption>"
  }

  private func tools(_ entry: CrossReferences.NumberedFigure, _ source: HTML) -> HTML {
    let table = DataTableRenderer(entry.figure.table)
    let copy: HTML = table.isEmpty ? "" : "<button type=\"button\" class=\"csv\">Copy CSV</button>"
    let save: HTML = isTable ? "" : "<button type=\"button\" class=\"svg\">Save SVG</button>"
    let fold = table.isEmpty || isTable ? "" : table.fold(label: "Data of \(entry.name)")
    let data: HTML =
      table.isEmpty ? "" : "<pre class=\"csv\" hidden>\(CSV.text(entry.figure.table))</pre>"
    return "<div class=\"tools\">\(copy)\(save)\(source)\(fold)\(data)</div>"
  }
}
